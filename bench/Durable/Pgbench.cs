using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Procedures.Bench;

/// <summary>PostgreSQL's own limit: pgbench with the rows of a step and nothing else.</summary>
internal sealed partial class Pgbench(Cluster cluster, string folder)
{
    public const string Database = "pgbench";
    private readonly string _document = $$"""{"a": "{{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(960))}}"}""";
    private readonly string _entry = "e" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(150));

    public async Task FillAsync()
    {
        await cluster.NewDatabaseAsync(Database);
        await cluster.AskAsync(Database, await File.ReadAllTextAsync(Path.Combine(folder, "step-tables.sql")));
        await cluster.AskAsync(Database, "VACUUM ANALYZE");
    }

    public async Task<Rate> StepAsync(int clients, int seconds)
    {
        var start = new ProcessStartInfo(Cluster.Program("pgbench"),
        [
            "-n", "-M", "prepared", "-h", "127.0.0.1", "-p", Text(cluster.Port), "-U", "postgres", "-c", Text(clients),
            "-j", "2", "-T", Text(seconds), "-D", "document=" + _document, "-D", "entry=" + _entry,
            "-f", Path.Combine(folder, "step.sql"), Database,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var used = Cpu.Now(cluster.ProcessId);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        used = Cpu.Now(cluster.ProcessId) - used;
        if (process.ExitCode != 0 || !Tps().IsMatch(output))
            throw new InvalidOperationException($"pgbench: {await errors}");
        var steps = int.Parse(Done().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        var tps = double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return Rate.Of(steps, TimeSpan.FromSeconds(steps / tps), used);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Tps();

    [GeneratedRegex(@"actually processed: (\d+)")]
    private static partial Regex Done();
}
