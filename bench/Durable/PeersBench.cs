using System.Diagnostics;

namespace Procedures.Bench;

/// <summary>
/// Other engines that keep their work in PostgreSQL, on their part of it, in turn with ours and with pgbench: in each
/// round each work is done by all that can do it, one after the other.
/// </summary>
internal sealed class PeersBench(string root, Subject subject, Cluster cluster, PeerSizes sizes, Action<string> say)
{
    private static readonly PeerWork[] Measured = [PeerWork.Start, PeerWork.Complete, PeerWork.Timers, PeerWork.Drain];
    private readonly string _folder = Path.Combine(root, "bench", "peers");

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var pgbench = new Pgbench(cluster, Path.Combine(root, "bench", "sql"));
        say("pgbench: filling");
        if (await cluster.AskAsync("postgres", "SELECT 1 FROM pg_database WHERE datname = 'pgbench'") != "1") await pgbench.FillAsync();
        await using var own = await OwnPart.OpenAsync(subject, cluster, sizes);
        var peers = new List<Peer>();
        var missing = new List<Figure>();
        foreach (var kind in PeerKinds.All(_folder))
        {
            say($"installing {kind.Name}");
            if (await InstallAsync(kind)) peers.Add(await Peer.StartAsync(kind, _folder, cluster));
            else missing.Add(new(kind.Name, "–", "not measured: its packages could not be installed"));
        }
        try
        {
            var table = new PeerTable(peers, sizes);
            for (var round = 0; round <= sizes.Rounds; round++) await RoundAsync(round, pgbench, own, peers, table);
            say("idle");
            await IdleAsync(own, peers, table);
            foreach (var figure in table.Figures) yield return figure;
        }
        finally
        {
            foreach (var peer in peers) await peer.DisposeAsync();
        }
        foreach (var figure in missing) yield return figure;
    }

    // The first round warms up, is short, and does not count.
    private async Task RoundAsync(int round, Pgbench pgbench, OwnPart own, List<Peer> peers, PeerTable table)
    {
        var isWarming = round == 0;
        var told = isWarming ? "warming up" : $"round {round} of {sizes.Rounds}";
        foreach (var work in Measured)
        {
            say($"{told}: {work}");
            var limit = await pgbench.StepAsync(16, Math.Max(1, (int)sizes.Time.TotalSeconds));
            var ours = await own.DoAsync(work, isWarming);
            if (!isWarming) table.Add(work, limit, ours);
            foreach (var peer in peers.Where(p => p.Kind.Works.Contains(work)))
            {
                say($"{told}: {work}, {peer.Kind.Name}");
                var count = Math.Max(20, sizes.Of(work, peer.Kind.Share) / (isWarming ? 10 : 1));
                await peer.PrepareAsync(work, count, isWarming ? sizes.Window / 10 : sizes.Window);
                var (rate, isLate) = await peer.RunAsync();
                if (!isWarming) table.Add(work, peer, rate, isLate);
            }
        }
    }

    // All idle at the same time: PostgreSQL counts the transactions of each database apart.
    private async Task IdleAsync(OwnPart own, List<Peer> peers, PeerTable table)
    {
        foreach (var peer in peers)
        {
            say($"parking for {peer.Kind.Name}");
            await peer.PrepareAsync(PeerWork.Idle, sizes.Of(PeerWork.Idle, peer.Kind.Share), sizes.Window);
        }
        await own.ParkAsync();
        await using var host = await BuiltHost.StartAsync(root, own.Address);
        string[] databases = [OwnPart.Database, .. peers.Select(p => p.Database)];
        await cluster.VacuumByItselfAsync(false);
        await Task.Delay(sizes.Idle / 2);
        for (var round = 0; round < sizes.Rounds; round++)
        {
            var before = await cluster.TransactionsAsync(databases);
            await Task.Delay(sizes.Idle);
            var after = await cluster.TransactionsAsync(databases);
            foreach (var database in databases)
                table.AddIdle(database, (after[database] - before[database]) / sizes.Idle.TotalSeconds);
        }
        await cluster.VacuumByItselfAsync(true);
    }

    private Task<bool> InstallAsync(PeerKind kind)
    {
        if (kind.Program.EndsWith(".dll", StringComparison.Ordinal))
            return RunAsync("dotnet", "build", Path.Combine(_folder, "quartz"), "-c", "Release", "-v", "q", "-nologo", "-nodeReuse:false");
        return Directory.Exists(Path.Combine(_folder, "node_modules"))
            ? Task.FromResult(true)
            : RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    }

    private async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) say($"{program} ended with {process.ExitCode}: {output}{await errors}");
        return process.ExitCode == 0;
    }
}
