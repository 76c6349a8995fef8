namespace Procedures.Reliability;

/// <summary>
/// Runs every harness, writes reliability.json and the table in docs/guarantees.md. Chosen
/// faults are only told.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var root = Delivered.RepositoryRoot();
        var effort = Effort.Of(arguments) with { Commit = Report.Commit(root) };
        // A few chosen faults are no figure: they are only told.
        if (!effort.Faults.IsEmpty) return Told(Harnesses.Run(effort, Console.Error, _ => { }));
        // What is measured stands in the files at once; a whole run takes away in the end what is no longer measured.
        var outcome = Harnesses.Run(effort, Console.Error,
            one => Report.Write(one, root, effort with { Only = effort.Only ?? "" }));
        Report.Write(outcome, root, effort);
        return Told(outcome);
    }

    private static int Told(Outcome outcome)
    {
        foreach (var finding in outcome.Findings) Console.Error.WriteLine(finding);
        return outcome.Findings.IsEmpty ? 0 : 1;
    }
}
