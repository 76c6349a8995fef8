using System.Diagnostics;
using System.Globalization;
using Procedures.Storage;

namespace Procedures.Bench;

/// <summary>What many parked procedures cost: while nothing happens, in each step, and in lists.</summary>
internal sealed class GrowthBench(string root, Cluster cluster, Subject subject, Sizes sizes, Action<string> say)
{
    private const int Pages = 7;

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await cluster.NewDatabaseAsync("none");
        say($"a database with {sizes.Few:N0} procedures");
        await using var few = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync("few"));
        var fewTasks = await ParkAsync(few, "few", sizes.Few);
        say($"a database with {sizes.Parked:N0} procedures");
        var many = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync("many"));
        var manyTasks = await ParkAsync(many, "many", sizes.Parked);
        await many.DisposeAsync();
        yield return await IdleAsync();

        var time = Stopwatch.StartNew();
        say($"the same with {sizes.Many:N0}");
        await manyTasks.Copies.MakeAsync(sizes.Parked + 1, sizes.Many);
        say(string.Create(CultureInfo.InvariantCulture, $"filled in {time.Elapsed.TotalSeconds:0} s"));
        many = await Workshop.OpenAsync(subject, cluster.AddressOf("many"));
        yield return await StepsAsync(few, fewTasks, many, manyTasks);
        say("lists");
        foreach (var figure in await ListsAsync(many.Store)) yield return figure;
        await many.DisposeAsync();
    }

    /// <summary>What an idle host costs, alone.</summary>
    public async Task<Figure> MeasureIdleAsync()
    {
        await cluster.NewDatabaseAsync("none");
        say($"a database with {sizes.Parked:N0} procedures");
        await using (var many = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync("many")))
            await ParkAsync(many, "many", sizes.Parked);
        return await IdleAsync();
    }

    private async Task<Parked> ParkAsync(Workshop workshop, string database, int count)
    {
        await workshop.FurnishAsync(BenchDefinitions.All);
        var task = (await workshop.ParkAsync("bench-parked", 1))[0];
        var original = await cluster.AskAsync(database, "SELECT id FROM procedures");
        var copies = new Copies(cluster, database, original);
        await copies.MakeAsync(1, count);
        return new Parked(copies, task, original);
    }

    private async Task<Figure> IdleAsync()
    {
        say("idle hosts");
        // Two hosts at the same time, one with procedures and one without.
        await using var empty = await BuiltHost.StartAsync(root, cluster.AddressOf("none"));
        await using var full = await BuiltHost.StartAsync(root, cluster.AddressOf("many"));
        await Task.Delay(sizes.Idle / 3);
        var before = await TransactionsAsync();
        await Task.Delay(sizes.Idle);
        var queries = (await TransactionsAsync() - before) / sizes.Idle.TotalSeconds;
        var (over, memory) = ((full.Memory - empty.Memory) / 1e6, full.Memory / 1e6);
        return new($"idle host with {sizes.Parked:N0} parked: transactions a second; memory over an empty host", "≤ 1; ≤ 20 MB",
            string.Create(CultureInfo.InvariantCulture,
                $"**{queries:0.00}** a second; **{over:+0;−0;0} MB** ({memory:0} MB in all). Parked by copies of a real one's rows"));
    }

    private async Task<long> TransactionsAsync() => long.Parse(await cluster.AskAsync("postgres",
        "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'many'"), CultureInfo.InvariantCulture);

    private async Task<Figure> StepsAsync(Workshop few, Parked fewTasks, Workshop many, Parked manyTasks)
    {
        var rounds = new List<(Rate Few, Rate Many)>();
        var each = sizes.Few / (sizes.Rounds + 1);
        // A stride without a common divisor visits every procedure once, far apart.
        int At(int number, int size) => (int)((long)number * 7919 % size) + 1;
        for (var round = 0; round <= sizes.Rounds; round++)
        {
            say($"steps among {sizes.Many:N0} and among {sizes.Few:N0}: round {round} of {sizes.Rounds}");
            var first = round * each;
            var one = await Callers.RunAsync(cluster, 16, TimeSpan.FromMinutes(1),
                (_, n) => few.ReportAsync(fewTasks.Of(At(first + n, sizes.Few))), each);
            var other = await Callers.RunAsync(cluster, 16, TimeSpan.FromMinutes(1),
                (_, n) => many.ReportAsync(manyTasks.Of(At(first + n, sizes.Many))), each);
            if (round > 0) rounds.Add((one, other));
        }
        var wall = EngineFigures.Median(rounds.Select(r => r.Few.PerSecond / r.Many.PerSecond));
        var cpu = EngineFigures.Median(rounds.Select(r => r.Many.Cpu / r.Few.Cpu));
        var (slow, fast) = (Rate.Median(rounds.Select(r => r.Many)), Rate.Median(rounds.Select(r => r.Few)));
        return new($"step with {sizes.Many:N0} procedures ÷ with {sizes.Few:N0}", "≤ 1.3", string.Create(
            CultureInfo.InvariantCulture,
            $"**{wall:0.00}** by the clock, {cpu:0.00} by CPU ({slow.PerSecond:N0}/s, {slow.CpuText} ÷ {fast.PerSecond:N0}/s, "
            + $"{fast.CpuText}); copies of a real one's rows"));
    }

    private async Task<Figure[]> ListsAsync(IProcedureStore store)
    {
        (string Name, ProcedureFilter Filter, PageRequest Page)[] lists =
        [
            ("unfiltered", ProcedureFilter.All, PageRequest.First),
            ("unfiltered, page 100", ProcedureFilter.All, new PageRequest(99 * 50, 50)),
            ("of one state", new ProcedureFilter { State = "FR" }, PageRequest.First),
            ("by a word", new ProcedureFilter { Text = "estonia" }, PageRequest.First),
            ("by a word that nothing has", new ProcedureFilter { Text = "zanzibar" }, PageRequest.First),
        ];
        var texts = new List<string>();
        foreach (var (name, filter, page) in lists)
        {
            var times = new List<double>();
            for (var i = 0; i < Pages; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await store.ProceduresAsync(filter, page);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {EngineFigures.Median(times):0} ms"));
        }
        return [new($"list of {sizes.Many:N0} procedures, with the count of all that are found", "–", string.Join(", ", texts) + $" (medians of {Pages})")];
    }

    private sealed record Parked(Copies Copies, string Task, string Original)
    {
        public string Of(int number) => Copies.TaskOf(Task, Original, number);
    }
}
