namespace Procedures.Reliability;

/// <summary>Runs every harness, writes reliability.json and the table in docs/guarantees.md.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        var effort = Effort.Of(arguments);
        var outcome = Harnesses.Run(effort, Console.Error);
        Report.Write(outcome, Delivered.RepositoryRoot(), effort);
        foreach (var finding in outcome.Findings) Console.Error.WriteLine(finding);
        return outcome.Findings.IsEmpty ? 0 : 1;
    }
}
