namespace Procedures.Reliability;

/// <summary>
/// Runs every harness, writes reliability.json and the table in docs/guarantees.md. With --only or --fault it only prints.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var effort = Effort.Of(arguments);
        var outcome = Harnesses.Run(effort, Console.Error);
        // A part of the harnesses would leave a part of the table.
        if (effort.IsWhole) Report.Write(outcome, Delivered.RepositoryRoot(), arguments);
        foreach (var finding in outcome.Findings) Console.Error.WriteLine(finding);
        return outcome.Findings.IsEmpty ? 0 : 1;
    }
}
