using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Reliability.Races;

/// <summary>Everything that two hosts may want to do at the same time.</summary>
internal static class AllRaces
{
    private const int Contenders = 4;

    public static readonly Race[] Table =
    [
        new("openings of which one is allowed", OpeningsAsync), new("task completed by two clerks", TaskAsync),
        new("timer", TimerAsync), new("start by the clock", StartAsync), new("mandate", MandateAsync),
        new("event published twice", EventAsync), new("letters", LettersAsync),
    ];

    private static async Task<(string Winner, string? Wrong)> OpeningsAsync(RaceGround ground, Random chance, int round)
    {
        var openings = await RunAsync(ground, chance, (host, _) => host.Conductor.OpenAsync(RaceGround.Once, Request()));
        var winners = Places(openings, o => o.ProcedureId is not null);
        foreach (var won in openings.Where(o => o.ProcedureId is not null))
            await CompleteAsync(ground.Hosts[0], won.ProcedureId!);
        return Judge(winners, openings.All(o => o.ProcedureId is not null || o.IsOccupied) ? null : "A loser was told something else.");
    }

    private static async Task<(string Winner, string? Wrong)> TaskAsync(RaceGround ground, Random chance, int round)
    {
        var id = $"task-{round}";
        await ground.Hosts[0].Conductor.OpenAsync(RaceGround.Once, Request(id));
        var wait = (await ground.Hosts[1].Store.LoadAsync(id))!.Waits.Single();
        var steps = await RunAsync(ground, chance, (host, clerk) => host.Conductor.SendAsync(
            id, new Stimulus.TaskCompleted(wait.Id, "Done", Value.Map.Empty) { Actor = $"Clerk {clerk}" }));
        var winners = Places(steps, s => !s.IsIdle);
        var after = (await ground.Hosts[0].Store.LoadAsync(id))!;
        return Judge(winners, after is { Step: 2, IsOver: true } ? null : $"{id} stands at step {after.Step}.");
    }

    private static async Task<(string Winner, string? Wrong)> TimerAsync(RaceGround ground, Random chance, int round)
    {
        var ids = Enumerable.Range(1, 3).Select(i => $"timer-{round}-{i}").ToArray();
        foreach (var id in ids) await ground.Hosts[0].Conductor.OpenAsync(RaceGround.Sleeper, Request(id));
        ground.Clock.Move(TimeSpan.FromMinutes(61));
        var done = await RunAsync(ground, chance, (host, _) => host.Conductor.DoDueWorkAsync(100));
        await ground.SettleAsync();
        string? wrong = null;
        foreach (var id in ids)
            if ((await ground.Hosts[0].Store.LoadAsync(id))!.Step != 2) wrong = $"{id} did not wake exactly once.";
        return (string.Join('+', done.Select(n => n > 0 ? "x" : "-")), wrong);
    }

    private static async Task<(string Winner, string? Wrong)> StartAsync(RaceGround ground, Random chance, int round)
    {
        const string count = "SELECT count(*) FROM procedures WHERE definition_id = 'clocked'";
        await ground.SettleAsync();
        var before = await ground.CountAsync(count);
        ground.Clock.Move(TimeSpan.FromHours(1));
        var done = await RunAsync(ground, chance, (host, _) => host.Conductor.DoDueWorkAsync(100));
        await ground.SettleAsync();
        var opened = await ground.CountAsync(count) - before;
        return (string.Join('+', done.Select(n => n > 0 ? "x" : "-")), opened == 1 ? null : $"One moment has started {opened} procedures.");
    }

    private static async Task<(string Winner, string? Wrong)> MandateAsync(RaceGround ground, Random chance, int round)
    {
        var mandate = RaceGround.DueMandate(round);
        await ground.Hosts[0].Store.SaveMandatesAsync([mandate]);
        var done = await RunAsync(ground, chance, (host, _) => host.Watch.LookAsync());
        while (await ground.Hosts[1].Watch.LookAsync() > 0) { }
        var opened = await ground.CountAsync(
            $"SELECT count(*) FROM procedures WHERE definition_id = 'seat' AND state = 'S{round}'");
        return (string.Join('+', done), opened == 1 ? null : $"The mandate of S{round} has opened {opened} procedures.");
    }

    private static async Task<(string Winner, string? Wrong)> EventAsync(RaceGround ground, Random chance, int round)
    {
        var ids = Enumerable.Range(1, 2).Select(i => $"event-{round}-{i}").ToArray();
        foreach (var id in ids) await ground.Hosts[1].Conductor.OpenAsync(RaceGround.Listener, Request(id));
        var isNew = await RunAsync(ground, chance, (host, _) => host.Conductor.PublishAsync("Told", null, Value.Null, $"message-{round}"));
        await ground.SettleAsync();
        string? wrong = null;
        foreach (var id in ids)
            if ((await ground.Hosts[0].Store.LoadAsync(id))!.Step != 2) wrong = $"{id} did not hear exactly once.";
        return Judge(Places(isNew, isTrue => isTrue), wrong);
    }

    private static async Task<(string Winner, string? Wrong)> LettersAsync(RaceGround ground, Random chance, int round)
    {
        foreach (var i in Enumerable.Range(1, 3)) await ground.Hosts[0].Conductor.OpenAsync(RaceGround.Listener, Request($"letter-{round}-{i}"));
        await ground.Hosts[0].Conductor.PublishAsync("Told", null, Value.Null);
        await RunAsync(ground, chance, (host, _) => host.Postman.DoPendingAsync());
        await ground.SettleAsync();
        var carried = ground.Carried.CountBy(id => id).ToArray();
        var twice = carried.Where(c => c.Value > 1).Select(c => c.Key).FirstOrDefault();
        var notSent = await ground.CountAsync("SELECT count(*) FROM letters WHERE state <> 'Sent'");
        return ($"{carried.Length % 7}", twice is not null ? $"{twice} was carried twice." : notSent > 0 ? $"{notSent} letters were not sent." : null);
    }

    private static Task<T[]> RunAsync<T>(RaceGround ground, Random chance, Func<RaceHost, int, Task<T>> act) =>
        Starting.AtOnceAsync(chance, Enumerable.Range(0, Contenders).Select(Func<Task<T>> (i) => () => act(ground.Hosts[i % 2], i)));

    private static int[] Places<T>(T[] results, Func<T, bool> hasWon) =>
        [.. Enumerable.Range(0, results.Length).Where(i => hasWon(results[i]))];

    private static (string Winner, string? Wrong) Judge(int[] winners, string? wrong) => (
        string.Join('+', winners), winners.Length == 1 ? wrong : $"{winners.Length} have won.");

    private static OpeningRequest Request(string? id = null) => new(Moves.Inputs, "Clerk") { ProcedureId = id };

    private static async Task CompleteAsync(RaceHost host, string id)
    {
        var wait = (await host.Store.LoadAsync(id))!.Waits.Single();
        await host.Conductor.SendAsync(id, new Stimulus.TaskCompleted(wait.Id, "Done", Value.Map.Empty) { Actor = "Clerk" });
    }
}
