using System.Globalization;

namespace Procedures.Bench;

/// <summary>Three hosts on one database beside one: three stores with connections, lanes and memories of their own.</summary>
internal sealed class HostsBench(Cluster cluster, Subject subject, Sizes sizes, Action<string> say)
{
    private const int Hosts = 3;
    private const string Alone = "alone";
    private const string Together = "together";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        // Hosts see one another, so those that work alone have a database of their own.
        var (alone, together) = (await cluster.NewDatabaseAsync(Alone), await cluster.NewDatabaseAsync(Together));
        await using var one = await Workshop.OpenAsync(subject, alone);
        await one.FurnishAsync(BenchDefinitions.All);
        var three = new List<Workshop>();
        for (var i = 0; i < Hosts; i++) three.Add(await Workshop.OpenAsync(subject, together));
        await three[0].FurnishAsync(BenchDefinitions.All);
        var (starts, drains) = (new List<(Rate One, Rate Three)>(), new List<(Rate One, Rate Three)>());
        for (var round = 0; round <= sizes.Rounds; round++)
        {
            say(round == 0 ? "three hosts: warming up" : $"three hosts: round {round} of {sizes.Rounds}");
            await cluster.VacuumAsync(Alone, Together);
            var start = (await StartAsync([one]), await StartAsync([.. three]));
            var timers = sizes.Timers / (round == 0 ? 4 : 2);
            var drain = (await new TimerLoad(cluster, one).DrainAsync(timers), await new TimerLoad(cluster, [.. three]).DrainAsync(timers));
            if (round == 0) continue;
            starts.Add(start);
            drains.Add(drain);
        }
        foreach (var host in three) await host.DisposeAsync();
        yield return FigureOf("start, three steps, finish; 16 at once", starts);
        yield return FigureOf($"backlog of {sizes.Timers / 2:N0} timers", drains);
    }

    private Task<Rate> StartAsync(Workshop[] hosts) => Callers.RunAsync(cluster, 16, sizes.Time, (caller, _) =>
        hosts[caller % hosts.Length].Conductor.OpenAsync("bench-three-steps", Workshop.Plain));

    private static Figure FigureOf(string what, List<(Rate One, Rate Three)> rounds)
    {
        var wall = EngineFigures.Median(rounds.Select(r => r.Three.PerSecond / r.One.PerSecond));
        // What three processors for the engine would do when each host has one, as far as the engine is the limit.
        var cpu = EngineFigures.Median(rounds.Select(r => Hosts * r.One.EngineCpu / r.Three.EngineCpu));
        var (one, three) = (Rate.Median(rounds.Select(r => r.One)), Rate.Median(rounds.Select(r => r.Three)));
        return new($"three hosts ÷ one: {what}", "≥ 2 in CPU terms, never below 1", string.Create(CultureInfo.InvariantCulture,
            $"**{cpu:0.0}** in CPU terms (3 × engine CPU of one ÷ of three); **{wall:0.00}** by the clock on this machine: "
            + $"{three.PerSecond:N0}/s, {three.CpuText} ÷ {one.PerSecond:N0}/s, {one.CpuText}"));
    }
}
