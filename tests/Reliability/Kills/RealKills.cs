using System.Diagnostics;
using System.Globalization;
using Procedures.Play;

namespace Procedures.Reliability.Kills;

/// <summary>The real program under load, hit at random moments; afterwards the promises are counted in the database.</summary>
internal static class RealKills
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <param name="progress">Told of every run as soon as it is over, because a series takes long.</param>
    public static Outcome Run(IEnumerable<KillPlan> plans, TextWriter progress)
    {
        var all = Outcome.Nothing;
        foreach (var plan in plans)
        {
            var one = Task.Run(() => RunAsync(plan, progress)).GetAwaiter().GetResult();
            progress.WriteLine($"  {plan.Name}, {one.Figures[0].Note}: {one.Findings.Length} findings");
            foreach (var finding in one.Findings) progress.WriteLine($"    {finding}");
            all = all.And(one);
        }
        return all;
    }

    /// <param name="progress">Told of every blow and, after the last one, of what is still to be done.</param>
    public static async Task<Outcome> RunAsync(KillPlan plan, TextWriter progress)
    {
        var (watch, began) = (Stopwatch.StartNew(), TimeProvider.System.GetUtcNow());
        await using var ground = await KillGround.PrepareAsync(plan);
        var broken = WrongClock.Library is null ? [] : await WrongClock.OtherwiseThanAsync(plan.ClockMinutes, ground.Hosts);
        var areWrong = WrongClock.Library is not null && broken.Count == 0;
        using var clerks = new Clerks(ground.Hosts, plan.Seed);
        using var evening = new CancellationTokenSource();
        var blows = plan.Draw(new Random(plan.Seed));
        var pace = new Pace(blows.Length);
        Task[] work =
        [
            clerks.OpenAsync(plan.Procedures, pace, evening.Token),
            clerks.WorkAsync(evening.Token), clerks.WorkAsync(evening.Token),
        ];
        using var elections = plan.Elections > 0 ? new Elections(ground, pace, plan.Elections) : null;
        void Tell(string what) => progress.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"    {watch.Elapsed:mm\\:ss} {what}; {elections?.Over ?? 0} elections over, {clerks.Opened.Count} small procedures"));
        try
        {
            foreach (var blow in blows)
            {
                await StrikeAsync(blow, plan, ground);
                pace.BlowFalls();
                Tell($"blow {pace.Fallen} of {blows.Length}, {blow.Kind} {blow.Host + 1}");
            }
            await Task.WhenAny(Task.WhenAll(work[0], elections?.Done ?? Task.CompletedTask), Rest.ForAsync(plan.Patience));
            Tell("everything is answered");
            broken.AddRange(await SettleAsync(plan, ground, Tell));
            if (elections is { Done.IsCompleted: false }) broken.Add("Not every election was answered to its end in time");
        }
        finally
        {
            await evening.CancelAsync();
            if (elections is not null) await elections.StopAsync();
            await Task.WhenAll(work);
        }
        if (plan.OnPostgres) broken.AddRange(await Moments.OutsideAsync(ground.Database, began));
        var aftermath = new Aftermath(ground, clerks, elections);
        var (letters, notKnown) = await aftermath.LettersAsync();
        broken.AddRange(await aftermath.BrokenAsync());
        if (broken.Count > 0) broken.AddRange(ground.Hosts.Select(h => "The host's log: " + h.Output));
        return ToOutcome(plan, blows, broken, watch.Elapsed, string.Create(CultureInfo.InvariantCulture,
            $"seed {plan.Seed}: {Told(blows)}; {elections?.Over ?? 0} elections of a judge; {clerks.Opened.Count} small procedures opened and {clerks.Completed.Count + (elections?.Completed.Count ?? 0)} tasks completed by acknowledgement, {clerks.Unanswered + (elections?.Unanswered ?? 0)} requests unanswered, {letters} letters, {notKnown} of them not known{ClocksOf(plan, areWrong)}"));
    }

    private static async Task StrikeAsync(Blow blow, KillPlan plan, KillGround ground)
    {
        await Rest.ForAsync(blow.After);
        var host = ground.Hosts[blow.Host];
        switch (blow.Kind)
        {
            case BlowKind.Kill:
                await host.KillAsync();
                await host.StartAsync();
                break;
            case BlowKind.Pause:
                await host.PauseAsync();
                await Rest.ForAsync(plan.PauseLength);
                await host.ContinueAsync();
                break;
            case BlowKind.Restart:
                await PostgresServer.RestartAsync();
                break;
            case BlowKind.Cut:
                await ground.Database.CutAsync();
                break;
        }
    }

    /// <returns>What keeps the run from coming to its end.</returns>
    private static async Task<List<string>> SettleAsync(KillPlan plan, KillGround ground, Action<string> tell)
    {
        var (open, least, told) = (long.MaxValue, long.MaxValue, long.MaxValue);
        // As long as there is progress the machine is only slow.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < plan.Patience;)
        {
            if ((open = await ground.Database.CountAsync(Aftermath.Open)) == 0) break;
            if (open < told - (told / 5))
            {
                tell($"{open} pieces of work are left");
                told = open;
            }
            if (open < least) watch.Restart();
            least = Math.Min(open, least);
            await Rest.ForAsync(Look);
        }
        var broken = ground.Hosts.Where(h => h.HasFallen).Select(h => $"The host at {h.Address} has ended by itself").ToList();
        if (open > 0) broken.Add(string.Create(CultureInfo.InvariantCulture, $"{open} pieces of work are not done in time"));
        return broken;
    }

    private static string ClocksOf(KillPlan plan, bool areWrong) => (plan.ClockMinutes.IsEmpty, areWrong) switch
    {
        (true, _) => "",
        (_, true) => $"; clocks wrong by {string.Join(", ", plan.ClockMinutes)} minutes, as each host showed",
        _ => "; clocks not wrong as they should have been (libfaketime)",
    };

    private static string Told(Blow[] blows) => string.Join(", ", Enum.GetValues<BlowKind>()
        .Select(kind => (Kind: kind, Count: blows.Count(b => b.Kind == kind))).Where(k => k.Count > 0)
        .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Count} {NameOf(k.Kind)}")));

    private static string NameOf(BlowKind kind) => kind switch
    {
        BlowKind.Kill => "× SIGKILL",
        BlowKind.Pause => "× SIGSTOP and SIGCONT",
        BlowKind.Restart => "× PostgreSQL ended and restarted",
        _ => "× all connections cut",
    };

    private static Outcome ToOutcome(KillPlan plan, Blow[] blows, List<string> broken, TimeSpan took, string note) => new(
        [
            new Figure($"Real kills of the program under load, {plan.Name}", blows.Length,
                blows.Select(b => (b.Kind, b.Host)).Distinct().Count(), broken.Count == 0 ? 0 : 1, note, took),
        ],
        [.. broken.Select(what => new Finding("real kills", $"{plan.Name}, seed {plan.Seed}", what))]);
}
