namespace Procedures.Reliability;

/// <summary>Runs every harness, writes reliability.json and the table in docs/guarantees.md.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var effort = Effort.Of(arguments);
        var root = Delivered.RepositoryRoot();
        // What is measured stands in the files at once; a whole run takes away in the end what is no longer measured.
        var outcome = Harnesses.Run(effort, Console.Error,
            one => Report.Write(one, root, effort with { Only = effort.Only ?? "" }));
        Report.Write(outcome, root, effort);
        foreach (var finding in outcome.Findings) Console.Error.WriteLine(finding);
        return outcome.Findings.IsEmpty ? 0 : 1;
    }
}
