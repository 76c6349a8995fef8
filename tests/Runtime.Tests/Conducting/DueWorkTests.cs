using Procedures.Execution;
using Procedures.Journal;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>What falls due is found in the store, done by its meaning, and never blocks anything else.</summary>
public sealed class DueWorkTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reminders_and_the_expiry_happen_each_at_its_moment()
    {
        await using var house = Open();
        var id = await house.OpenAsync(TwoTasks);

        while (await house.Store.NextMomentAsync() is { } next)
        {
            _clock.MoveTo(next);
            await house.SettleAsync();
        }

        Assert.Equal(["before-14", "before-7", "before-2", "overdue-1", "overdue-3"], await RemindersAsync(house, id));
        Assert.Equal(1, await CountAsync(house, id, JournalEvent.Expired));
    }

    [Fact]
    public async Task After_forty_days_of_downtime_only_the_latest_reminder_goes_out_and_the_expiry_happens_once()
    {
        string id;
        await using (var before = Open()) id = await before.OpenAsync(TwoTasks);
        // The last day is 1 June 2026; the host was down from early May to the middle of June.
        _clock.MoveTo(new DateTimeOffset(2026, 6, 14, 12, 0, 0, TimeSpan.Zero));

        await using var house = Open();
        await house.SettleAsync();
        await house.SettleAsync();

        Assert.Equal(["overdue-3"], await RemindersAsync(house, id));
        Assert.Equal(1, await CountAsync(house, id, JournalEvent.Expired));
        var reminders = (await house.LettersAsync()).Count(l => l.Kind is "Reminder" or "Overdue" && !l.IsCopy);
        Assert.Equal(1, reminders);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_between_finding_and_doing_makes_no_step_before_its_moment()
    {
        var setBack = new SetBack(_clock);
        await using var house = House.Open(_folder.File("p.db"), _clock, crash: setBack);
        var id = await house.OpenAsync(TwoTasks);
        var due = (await house.Store.NextMomentAsync())!.Value;
        _clock.MoveTo(due);
        setBack.By = TimeSpan.FromMinutes(5);

        await house.Conductor.DoDueWorkAsync(10);

        Assert.Equal(due, (await house.LoadAsync(id)).ChangedAt);
        Assert.Empty(house.Troubles);
        Assert.Single(await RemindersAsync(house, id));
    }

    [Fact]
    public async Task An_event_reaches_a_procedure_once_however_many_of_its_branches_wait_for_it()
    {
        await using var house = Open();
        object Hear(string name) => new { type = "Elsa.Event", id = name, eventName = Text("Go") };
        var id = await house.OpenAsync(Sequence("hears",
            new { type = "Elsa.Parallel", id = "both", activities = new[] { Hear("a"), Hear("b") } }, Hear("again")));
        var publisher = await house.OpenAsync(Sequence("says",
            new { type = "Elsa.PublishEvent", id = "say", eventName = Text("Go") }));

        await house.SettleAsync();

        Assert.True((await house.LoadAsync(publisher)).IsOver);
        var wait = Assert.Single((await house.LoadAsync(id)).Waits);
        Assert.Equal("again", wait.ActivityId);
    }

    [Fact]
    public async Task No_reminder_goes_out_for_a_task_that_was_answered_while_nobody_looked()
    {
        await using var house = Open();
        var id = await house.OpenAsync(TwoTasks);
        _clock.MoveTo(new DateTimeOffset(2026, 6, 14, 12, 0, 0, TimeSpan.Zero));

        await house.Conductor.SendAsync(id, Moves.Answer(await house.TaskAsync(id)));
        await house.SettleAsync();

        Assert.Empty(await RemindersAsync(house, id));
    }

    [Fact]
    public async Task A_restart_changes_nothing()
    {
        string id;
        await using (var before = Open()) id = await before.OpenAsync(TwoTasks);

        for (var restart = 0; restart < 3; restart++)
        {
            await using var house = Open();
            Assert.Equal(0, await house.Conductor.DoDueWorkAsync(10));
            Assert.Equal(1, (await house.LoadAsync(id)).Step);
        }
    }

    [Fact]
    public async Task A_message_that_nobody_can_do_is_set_aside_and_blocks_nothing()
    {
        await using var house = Open();
        var id = await house.OpenAsync(TwoTasks);
        var answer = Moves.Answer(await house.TaskAsync(id));
        await house.Store.PostAsync(
        [
            new InboxMessage("bad", "x", new Dispatch.Deliver("nobody", answer), Moves.Start),
            new InboxMessage("good", "x", new Dispatch.Deliver(id, answer), Moves.Start),
        ]);

        await house.SettleAsync();

        Assert.Equal(2, (await house.LoadAsync(id)).Step);
        var trouble = Assert.Single(await house.Store.TroubledWorkAsync(10));
        Assert.Equal(("bad", true, "There is no procedure nobody."), (trouble.Key, trouble.IsSetAside, trouble.Error));
        Assert.True(await house.Store.DismissAsync(trouble));
        Assert.Equal(0, (await house.Store.CountAsync(Moves.Start, new DateOnly(2026, 1, 15))).WorkSetAside);
    }

    [Fact]
    public async Task A_timer_that_breaks_the_program_is_tried_a_few_times_and_then_set_aside()
    {
        string broken, whole;
        var delay = Sequence("delay", new { type = "Elsa.Delay", id = "d", timeSpan = Length("01:00:00") });
        await using (var before = Open())
            (broken, whole) = (await before.OpenAsync(delay, "broken"), await before.OpenAsync(delay, "whole"));
        Vandal.Run(_folder.File("p.db"), "UPDATE states SET document = '{}' WHERE procedure = 'broken'");
        _clock.Move(TimeSpan.FromHours(2));

        await using var house = Open();
        for (var round = 0; round < 10; round++)
        {
            await house.SettleAsync();
            _clock.Move(TimeSpan.FromHours(2));
        }

        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(whole)).Status);
        var trouble = Assert.Single(await house.Store.TroubledWorkAsync(10));
        Assert.Equal((broken, true, house.Options.MostFailures),
            (trouble.ProcedureId!, trouble.IsSetAside, trouble.Attempts));
        Assert.Equal(house.Options.MostFailures, house.Troubles.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_loses_no_timer()
    {
        await using var house = Open();
        var id = await house.OpenAsync(
            Sequence("delay", new { type = "Elsa.Delay", id = "d", timeSpan = Length("01:00:00") }));
        _clock.Move(TimeSpan.FromMinutes(30));
        await house.SettleAsync();
        _clock.Move(TimeSpan.FromMinutes(-20));
        await house.SettleAsync();
        Assert.Equal(ProcedureStatus.Suspended, (await house.LoadAsync(id)).Status);

        _clock.Move(TimeSpan.FromMinutes(60));
        await house.SettleAsync();
        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(id)).Status);
    }

    [Fact]
    public async Task The_loop_works_when_it_is_signalled_and_ends_when_it_is_cancelled()
    {
        await using var house = Open();
        var taken = new TaskCompletionSource();
        var store = house.Store;
        var id = await house.OpenAsync(TwoTasks);
        using var stop = new CancellationTokenSource();
        var conductor = new Conductor(
            store, PlayDefinitions.Engine, new DefinitionLibrary(store, Read),
            new LetterWriter(store, House.Templates, PlayDefinitions.Institution, House.LetterSettings),
            _clock, new ConductorOptions { StepTaken = _ => taken.TrySetResult() });
        var loop = conductor.RunAsync(stop.Token);

        await store.PostAsync([new InboxMessage(
            "m", "x", new Dispatch.Deliver(id, Moves.Answer(await house.TaskAsync(id))), Moves.Start)]);
        conductor.Work.Raise();

        await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await loop.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static object Length(string value) =>
        new { typeName = "TimeSpan", expression = new { type = "Literal", value } };

    private static async Task<string[]> RemindersAsync(House house, string id) =>
        [.. (await house.Store.JournalAsync(id, new PageRequest(0, 1000))).Items
            .Where(e => e.Event == JournalEvent.Reminded).Select(e => e.Data.AsText!)];

    private static async Task<int> CountAsync(House house, string id, string happening) =>
        (await house.Store.JournalAsync(id, new PageRequest(0, 1000))).Items.Count(e => e.Event == happening);

    private House Open() => House.Open(_folder.File("p.db"), _clock);
}
