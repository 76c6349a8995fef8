using System.Globalization;
using System.Runtime.CompilerServices;
using Procedures.Rehearsal;

namespace Procedures.Bench;

/// <summary>The durable engine on PostgreSQL, beside what PostgreSQL itself can do.</summary>
/// <param name="onlyRates">Leaves out what takes long and has no rate.</param>
internal sealed class EngineBench(
    string root, Subject subject, Cluster cluster, Sizes sizes, Action<string> say, bool onlyRates = false)
{
    private const int Callers16 = 16;

    public async IAsyncEnumerable<Figure> MeasureAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return new("settings", "–", $"PostgreSQL {cluster.Version}, TCP; {Cluster.Settings}");
        say("pgbench: filling");
        var pgbench = new Pgbench(cluster, Path.Combine(root, "bench", "sql"));
        await pgbench.FillAsync();
        await using var workshop = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync("engine"));
        await workshop.FurnishAsync(
            [.. BenchDefinitions.All, .. subject.Documents], await File.ReadAllTextAsync(
                Path.Combine(root, "workflows", "contacts.json"), cancel));
        await using var timers = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync("timers"));
        await timers.FurnishAsync(BenchDefinitions.All);

        foreach (var figure in await RatesAsync(pgbench, workshop, new TimerLoad(cluster, timers))) yield return figure;
        yield return await OfferedAsync(new TimerLoad(cluster, timers));
        if (onlyRates) yield break;
        yield return await LongCourseAsync(workshop);
        await foreach (var figure in new HostsBench(cluster, subject, sizes, say).MeasureAsync()) yield return figure;
        await foreach (var figure in new GrowthBench(root, cluster, subject, sizes, say).MeasureAsync()) yield return figure;
    }

    private async Task<Figure[]> RatesAsync(Pgbench pgbench, Workshop workshop, TimerLoad timers)
    {
        var seconds = (int)sizes.Time.TotalSeconds;
        var limits = new Dictionary<int, List<Rate>> { [1] = [], [8] = [], [16] = [], [32] = [] };
        var start = new Report("start, three steps, finish; one commit; 16 at once", "≥ 0.6 C; CPU ≤ 1.5 ms");
        var report = new Report("parked task completed, durable when the call returns; 16 callers", "≥ 0.45 C, p99 ≤ 60 ms");
        var election = new Report("one step of the election of a judge, letters and journal included; 16 elections at once", "≥ 0.4 C");
        var drain = new Report($"backlog of {sizes.Timers:N0} overdue timers, drained", "≥ 1.5 C");
        var year = subject.Rehearse();
        var letters = 0.0;
        for (var round = 0; round <= sizes.Rounds; round++)
        {
            // The first round warms up and does not count.
            say(round == 0 ? "warming up" : $"rates: round {round} of {sizes.Rounds}");
            foreach (var clients in new[] { 1, 8, 32 }.Where(_ => round > 0)) limits[clients].Add(await pgbench.StepAsync(clients, seconds));
            var limit = await pgbench.StepAsync(Callers16, seconds);
            var started = await StartAsync(workshop);
            var reported = await ReportAsync(workshop, (int)(4000 * sizes.Time.TotalSeconds));
            var (elected, lettersOfStep) = await ElectAsync(workshop, year, round);
            var drained = await timers.DrainAsync(round == 0 ? sizes.Timers / 5 : sizes.Timers);
            if (round == 0) continue;
            letters = lettersOfStep;
            limits[Callers16].Add(limit);
            start.Add(started, limit.PerSecond);
            report.Add(reported, limit.PerSecond);
            election.Add(elected, limit.PerSecond);
            drain.Add(drained, limit.PerSecond);
        }
        return
        [
            .. limits.Select(l => LimitOf(l.Key, Rate.Median(l.Value))), start.ToFigure(), report.ToFigure(),
            election.ToFigure(more: string.Create(CultureInfo.InvariantCulture, $"; {letters:0.0} letters a step")),
            drain.ToFigure(withTimes: false),
        ];
    }

    private static Figure LimitOf(int clients, Rate rate) => new(
        $"pgbench, the same step, {clients} client{(clients == 1 ? "" : "s")}" + (clients == Callers16 ? " (**C**)" : ""), "–",
        string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond:N0}/s; {rate.CpuText}"));

    private Task<Rate> StartAsync(Workshop workshop) => Callers.RunAsync(cluster, Callers16, sizes.Time, async (_, _) =>
    {
        if ((await workshop.Conductor.OpenAsync("bench-three-steps", Workshop.Plain)).Step is not { After.IsOver: true })
            throw new InvalidOperationException("The procedure has not ended.");
    });

    private async Task<Rate> ReportAsync(Workshop workshop, int most)
    {
        var tasks = await workshop.ParkAsync("bench-parked", most);
        return await Callers.RunAsync(
            cluster, Callers16, sizes.Time, (_, number) => workshop.ReportAsync(tasks[number]), most);
    }

    private async Task<(Rate Rate, double Letters)> ElectAsync(Workshop workshop, RehearsedYear year, int round)
    {
        var courses = Enumerable.Range(0, Callers16)
            .Select(i => new ElectionCourse(workshop, year, $"election-{round}-{i}")).ToArray();
        var acts = 0;
        var rate = await Callers.RunAsync(cluster, Callers16, sizes.Time, (caller, _) =>
        {
            Interlocked.Increment(ref acts);
            return courses[caller].NextAsync();
        });
        // What somebody does may cause several steps, each with its own commit.
        var (steps, letters) = (courses.Sum(c => c.Steps), courses.Sum(c => c.Letters));
        var factor = (double)steps / acts;
        return (rate with
        {
            PerSecond = rate.PerSecond * factor, EngineCpu = rate.EngineCpu / factor, DatabaseCpu = rate.DatabaseCpu / factor,
        }, (double)letters / steps);
    }

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
