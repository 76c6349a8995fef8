using System.Globalization;
using System.Runtime.CompilerServices;

namespace Procedures.Bench;

/// <summary>The durable engine on PostgreSQL, beside what PostgreSQL itself can do.</summary>
/// <param name="onlyRates">Leaves out what takes long and has no rate.</param>
/// <param name="only">Names of <see cref="Works.All"/> and <see cref="Others"/>: nothing else is measured. Empty: everything.</param>
internal sealed class EngineBench(
    string root, Subject subject, Cluster cluster, Sizes sizes, Action<string> say, bool onlyRates = false,
    params string[] only)
{
    private const int Callers16 = 16;
    private const string ThreeHosts = "hosts";
    private const string IdleHost = "idle";
    private const string Engine = "engine";
    private const string Timers = "timers";
    private static readonly string[] Measured = [Pgbench.Database, Engine, Timers];

    /// <summary>What can be measured alone beside <see cref="Works.All"/>.</summary>
    public static readonly string[] Others = [ThreeHosts, IdleHost];

    public async IAsyncEnumerable<Figure> MeasureAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return new("settings", "–", $"PostgreSQL {cluster.Version}, TCP; {Cluster.Settings}");
        await cluster.VacuumByItselfAsync(false);
        say("pgbench: filling");
        var pgbench = new Pgbench(cluster, Path.Combine(root, "bench", "sql"));
        await pgbench.FillAsync();
        await using var workshop = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync(Engine));
        await workshop.FurnishAsync(
            [.. BenchDefinitions.All, .. subject.Documents], await File.ReadAllTextAsync(
                Path.Combine(root, "workflows", "contacts.json"), cancel));
        await using var timers = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync(Timers));
        await timers.FurnishAsync(BenchDefinitions.All);

        var works = new Works(subject, cluster, sizes, workshop, new TimerLoad(cluster, timers));
        if (only.Length == 0 || only.Intersect(Works.All).Any())
            foreach (var figure in await RatesAsync(pgbench, works)) yield return figure;
        if (only.Contains(ThreeHosts))
            await foreach (var figure in new HostsBench(cluster, subject, sizes, say).MeasureAsync()) yield return figure;
        if (only.Contains(IdleHost))
            yield return await new GrowthBench(root, cluster, subject, sizes, say).MeasureIdleAsync();
        if (only.Length > 0) yield break;
        yield return await OfferedAsync(new TimerLoad(cluster, timers));
        if (onlyRates) yield break;
        yield return await LongCourseAsync(workshop);
        await foreach (var figure in new HostsBench(cluster, subject, sizes, say).MeasureAsync()) yield return figure;
        await foreach (var figure in new GrowthBench(root, cluster, subject, sizes, say).MeasureAsync()) yield return figure;
    }

    private async Task<Figure[]> RatesAsync(Pgbench pgbench, Works works)
    {
        var seconds = (int)sizes.Time.TotalSeconds;
        var limits = new Dictionary<int, List<Rate>> { [1] = [], [8] = [], [16] = [], [32] = [] };
        if (only.Length > 0) limits = new() { [Callers16] = [] };
        var reports = new Dictionary<string, Report>
        {
            [Works.Start] = new("start, three steps, finish; one commit; 16 at once", "≥ 0.6 C; CPU ≤ 1.5 ms"),
            [Works.Report] = new("parked task completed, durable when the call returns; 16 callers", "≥ 0.45 C, p99 ≤ 60 ms"),
            [Works.Election] = new("one step of the election of a judge, letters and journal included; 16 elections at once", "≥ 0.4 C"),
            [Works.Backlog] = new($"backlog of {sizes.Timers:N0} overdue timers, drained", "≥ 1.5 C"),
        };
        var asked = Works.All.Where(work => only.Length == 0 || only.Contains(work)).ToArray();
        for (var round = 1 - sizes.WarmUps; round <= sizes.Rounds; round++)
        {
            // The first rounds warm up, until the compiler has done with what is called often, and do not count.
            say(round <= 0 ? "warming up" : $"rates: round {round} of {sizes.Rounds}");
            await cluster.VacuumAsync(Measured);
            foreach (var clients in limits.Keys.Where(clients => round > 0 && clients != Callers16))
                limits[clients].Add(await pgbench.StepAsync(clients, seconds));
            var limit = await pgbench.StepAsync(Callers16, seconds);
            if (round > 0) limits[Callers16].Add(limit);
            foreach (var work in asked)
            {
                await cluster.VacuumAsync(Measured);
                var rate = await works.DoAsync(work, round);
                if (round > 0) reports[work].Add(rate, limit.PerSecond);
            }
        }
        return
        [
            .. limits.Select(l => LimitOf(l.Key, Rate.Median(l.Value))),
            .. asked.Select(work => reports[work].ToFigure(withTimes: work != Works.Backlog, more: work == Works.Election
                ? string.Create(CultureInfo.InvariantCulture, $"; {works.LettersOfStep:0.0} letters a step")
                : "")),
        ];
    }

    private static Figure LimitOf(int clients, Rate rate) => new(
        $"pgbench, the same step, {clients} client{(clients == 1 ? "" : "s")}" + (clients == Callers16 ? " (**C**)" : ""), "–",
        string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond:N0}/s; {rate.CpuText}"));

    private async Task<Figure> OfferedAsync(TimerLoad timers)
    {
        say($"timers: {sizes.OfferedPerSecond:N0} a second offered");
        var (rate, seconds) = await timers.OfferAsync(sizes.Timers, sizes.OfferedPerSecond);
        return new(
            $"{sizes.OfferedPerSecond:N0} timers a second offered, {sizes.Timers:N0} in all", "keeps up, p99 ≤ 200 ms late",
            string.Create(CultureInfo.InvariantCulture,
                $"last commit after {seconds:0.00} s; late after commit p50 {rate.P50:0} ms, p99 {rate.P99:0} ms; {rate.CpuText}"));
    }

    private async Task<Figure> LongCourseAsync(Workshop workshop)
    {
        say($"one procedure of {sizes.LongCourse:N0} steps");
        var course = await LongCourse.OpenAsync(workshop);
        await course.TakeAsync(sizes.LongCourse - 100);
        var (late, early) = (new List<double>(), new List<double>());
        for (var i = 0; i < 20; i++)
        {
            // In turn, so that the machine's other work meets both alike.
            late.AddRange(await course.TakeAsync(10));
            var fresh = await LongCourse.OpenAsync(workshop);
            await fresh.TakeAsync(5);
            early.AddRange(await fresh.TakeAsync(10));
        }
        var (begin, end) = (EngineFigures.Median(early), EngineFigures.Median(late));
        return new($"step {sizes.LongCourse:N0} ÷ step 10 of one procedure", "≤ 1.2", string.Create(CultureInfo.InvariantCulture,
            $"**{end / begin:0.00}** ({end:0.00} ms ÷ {begin:0.00} ms, medians of 200)"));
    }
}
