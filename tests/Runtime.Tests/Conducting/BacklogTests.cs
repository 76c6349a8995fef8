using System.Collections.Concurrent;
using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Runtime.Conducting;

/// <summary>Many timers that are overdue at once: two hands work them off, and each is done once.</summary>
public sealed class BacklogTests
{
    private const int Many = 130;

    [Fact]
    public async Task A_backlog_is_worked_off_completely_and_nothing_of_it_twice()
    {
        await using var store = await PostgresStore.OpenAsync(
            PostgresAddress.Read(await PostgresServer.NewDatabaseAsync()), PlayDefinitions.Read);
        var clock = new HandClock(Moves.Start);
        await using var house = House.Of(store, clock, new MailPile(), NoCrashPoints.Instance);
        var ids = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Many).Select(async i =>
            ids.Add(await house.OpenAsync(PlayDefinitions.TwoTasks, $"p{i}"))));
        clock.MoveTo((await store.NextMomentAsync())!.Value);

        // The first batch shows that there is more; then two hands have four batches each.
        Assert.Equal(90, await house.Conductor.DoDueWorkAsync(10));
        Assert.Equal(40, await house.Conductor.DoDueWorkAsync(10));
        Assert.Equal(0, await house.Conductor.DoDueWorkAsync(10));

        Assert.Empty(house.Troubles);
        foreach (var id in ids) Assert.Equal(2, (await house.LoadAsync(id)).Step);
        Assert.Equal(Many, (await house.LettersAsync()).Count(letter => letter is { Kind: "Reminder", IsCopy: false }));
    }
}
