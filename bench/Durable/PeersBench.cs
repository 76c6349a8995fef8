using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Procedures.Bench;

/// <summary>
/// Other engines that keep their work in PostgreSQL, on their part of it: programs in bench/peers that say on their
/// output when a phase begins and how it went.
/// </summary>
internal sealed class PeersBench(string root, Cluster cluster, Sizes sizes, Action<string> say)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly (string Script, string Name)[] Peers =
    [
        ("dbos", "DBOS Transact 5.3.0, pool 20, LISTEN/NOTIFY, 50 callers"),
        ("pg-boss", "pg-boss 10.4.2, batches of 500, polls every 0.5 s (the shortest)"),
        ("graphile", "graphile-worker 0.17.3, 20 jobs at once, local queue of 100, batched completion, polls every 0.5 s"),
    ];

    private static readonly Dictionary<string, string> Works = new()
    {
        ["start"] = "start, three steps, finish", ["complete"] = "parked workflow completed, 16 callers",
        ["timers"] = "timers due within ten seconds",
    };

    private string Folder => Path.Combine(root, "bench", "peers");

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")) && !await InstallAsync())
        {
            yield return new("peers", "–", "not measured: npm could not install them");
            yield break;
        }
        var pgbench = new Pgbench(cluster, Path.Combine(root, "bench", "sql"));
        if (await cluster.AskAsync("postgres", "SELECT 1 FROM pg_database WHERE datname = 'pgbench'") != "1") await pgbench.FillAsync();
        foreach (var (script, name) in Peers)
        {
            say(name);
            var limit = (await pgbench.StepAsync(16, (int)sizes.Time.TotalSeconds)).PerSecond;
            await cluster.NewDatabaseAsync("peer_" + script.Replace('-', '_'));
            foreach (var group in (await RunAsync(script)).GroupBy(r => r.Work))
                yield return FigureOf(name, group.Key, Rate.Median(group.Select(g => g.Rate)), limit);
        }
    }

    private async Task<bool> InstallAsync()
    {
        say("installing the peers (npm ci)");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true,
        })!;
        await npm.WaitForExitAsync();
        return npm.ExitCode == 0;
    }

    private async Task<List<(string Work, Rate Rate)>> RunAsync(string script)
    {
        var database = string.Create(CultureInfo.InvariantCulture,
            $"postgres://postgres@127.0.0.1:{cluster.Port}/peer_{script.Replace('-', '_')}");
        var scale = sizes == Sizes.Full ? "1" : "0.1";
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, script + ".mjs"), database, scale])
        {
            RedirectStandardOutput = true, WorkingDirectory = Folder,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        using var kill = limit.Token.Register(() => node.Kill(entireProcessTree: true));
        var (results, used) = (new List<(string, Rate)>(), Cpu.Now(cluster.ProcessId));
        while (await node.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (!line.StartsWith('{')) continue;
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("phase", out _)) used = Cpu.Now(cluster.ProcessId);
            else results.Add(Read(json.RootElement, (Cpu.Now(cluster.ProcessId) - used).Database));
        }
        await node.WaitForExitAsync(CancellationToken.None);
        if (node.ExitCode != 0) say($"{script} ended with {node.ExitCode}");
        return results;
    }

    private static (string, Rate) Read(JsonElement json, TimeSpan database)
    {
        double Number(string name) => json.GetProperty(name).GetDouble();
        var operations = Number("operations");
        return (json.GetProperty("result").GetString()!, new Rate(operations / Number("seconds"), Number("cpuMs") / operations,
            database.TotalMilliseconds / operations, Number("p50"), Number("p99")));
    }

    private static Figure FigureOf(string name, string work, Rate rate, double limit) => new(
        $"{name}: {Works[work]}", "–", string.Create(CultureInfo.InvariantCulture,
            $"{(work == "timers" ? $"{rate.PerSecond:N0}/s, late" : $"**{rate.PerSecond / limit:0.000} C** ({rate.PerSecond:N0}/s);")}"
            + $" p50 {rate.P50:0} ms, p99 {rate.P99:0} ms; {rate.CpuText}"));
}
