using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_timer_is_due_at_its_moment_and_not_before()
    {
        var procedure = await OpenProcedureAsync("p");
        var moment = TaskOf(procedure).WakeAt!.Value;

        Assert.Empty(await Store.DueTimersAsync(moment.AddTicks(-1), 10));
        var due = Assert.Single(await Store.DueTimersAsync(moment, 10));
        Assert.Equal(new DueTimer("p", TaskOf(procedure).Id, moment, 0), due);
        Assert.Equal(moment, await Store.NextMomentAsync());
    }

    [Fact]
    public async Task Timers_come_the_earliest_first_and_no_more_than_asked_for()
    {
        foreach (var i in Enumerable.Range(1, 5))
        {
            var step = Engine.Advance(Procedure.Draft($"p{i}", DelayOf($"00:0{6 - i}:00")), Moves.Opening, Moves.Start);
            await CommitAsync(step, Moves.Opening);
        }

        var due = await Store.DueTimersAsync(Moves.Start.AddHours(1), 3);

        Assert.Equal(["p5", "p4", "p3"], due.Select(t => t.ProcedureId));
    }

    [Fact]
    public async Task No_timer_is_left_of_a_wait_that_has_ended()
    {
        var procedure = await OpenProcedureAsync("p");
        procedure = await AdvanceAsync(procedure, Moves.Answer(TaskOf(procedure)), Moves.Start.AddDays(1));

        Assert.Empty(await Store.DueTimersAsync(Moves.Start.AddYears(10), 10));
        Assert.Null(await Store.NextMomentAsync());
    }

    [Fact]
    public async Task A_timer_that_fails_rests_until_its_next_attempt_and_then_waits_for_a_person()
    {
        var procedure = await OpenProcedureAsync("p");
        var moment = TaskOf(procedure).WakeAt!.Value;
        var timer = (await Store.DueTimersAsync(moment, 1))[0];

        await Store.NoteFailureAsync(timer, new WorkFailure("broken", moment, moment.AddMinutes(1)));
        Assert.Empty(await Store.DueTimersAsync(moment, 1));
        Assert.Equal(1, Assert.Single(await Store.DueTimersAsync(moment.AddMinutes(1), 1)).Attempts);

        await Store.NoteFailureAsync(timer, new WorkFailure("broken again", moment, null));
        Assert.Empty(await Store.DueTimersAsync(moment.AddYears(1), 1));
        var trouble = Assert.Single(await Store.TroubledWorkAsync(10));
        Assert.Equal((true, true, "broken again", 2),
            (trouble.IsTimer, trouble.IsSetAside, trouble.Error, trouble.Attempts));

        Assert.False(await Store.DismissAsync(trouble));
        Assert.True(await Store.RetryAsync(trouble, moment.AddDays(1)));
        Assert.Single(await Store.DueTimersAsync(moment.AddDays(1), 1));
    }

    [Fact]
    public async Task What_a_step_asks_of_others_waits_in_the_inbox_in_its_order()
    {
        await OpenProcedureAsync("p", Sequence("talker", Publishing("one", "p1"), Publishing("two", "p2")));

        var messages = await Store.InboxAsync(Moves.Start, 10);

        Assert.Equal(["one", "two"], messages.Select(m => ((Dispatch.Publish)m.Dispatch).EventName));
        Assert.Equal(["p/1/1", "p/1/2"], messages.Select(m => m.Id));
        Assert.All(messages, m => Assert.Equal("p", m.Origin));
        Assert.Empty(await Store.InboxAsync(Moves.Start, 10, "another"));
    }

    [Fact]
    public async Task A_message_goes_in_the_transaction_that_does_it_and_only_once()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(TaskOf(procedure));
        await Store.PostAsync([Message("m", new Dispatch.Deliver("p", answer))]);
        var step = Engine.Advance(procedure, answer, Moves.Start.AddDays(1));
        var commit = new StepCommit(step, answer) { InboxId = "m" };

        Assert.Equal(CommitResult.Committed, await Store.CommitAsync(CommitBatch.Of(commit)));
        Assert.Empty(await Store.InboxAsync(Moves.Start.AddYears(1), 10));
        Assert.Equal(CommitResult.CauseGone, await Store.CommitAsync(CommitBatch.Of(commit)));
    }

    [Fact]
    public async Task A_step_that_loses_its_race_leaves_its_message_where_it_was()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(TaskOf(procedure));
        await Store.PostAsync([Message("m", new Dispatch.Deliver("p", answer))]);
        await AdvanceAsync(procedure, answer, Moves.Start.AddDays(1));
        var late = Engine.Advance(procedure, answer, Moves.Start.AddDays(1));

        var result = await Store.CommitAsync(CommitBatch.Of(new StepCommit(late, answer) { InboxId = "m" }));

        Assert.Equal(CommitResult.LostRace, result);
        Assert.Single(await Store.InboxAsync(Moves.Start.AddYears(1), 10));
    }

    [Fact]
    public async Task A_message_that_comes_twice_from_outside_is_taken_once_even_when_it_has_been_done()
    {
        var message = Message("outside-1", new Dispatch.Publish("event", null, Value.Null));

        Assert.Equal(1, await Store.PostAsync([message]));
        Assert.Equal(0, await Store.PostAsync([message]));
        Assert.True(await Store.ReplaceAsync("outside-1", []));
        Assert.Equal(0, await Store.PostAsync([message]));
        Assert.Empty(await Store.InboxAsync(Moves.Start, 10));
    }

    [Fact]
    public async Task A_message_is_replaced_by_others_once()
    {
        await Store.PostAsync([Message("m", new Dispatch.Publish("event", null, Value.Null))]);
        var part = Message("m/1", new Dispatch.Deliver("p", new Stimulus.Cancelled("x")));

        Assert.True(await Store.ReplaceAsync("m", [part]));
        Assert.False(await Store.ReplaceAsync("m", [part]));
        Assert.Equal("m/1", Assert.Single(await Store.InboxAsync(Moves.Start, 10)).Id);
    }

    [Fact]
    public async Task Waits_for_an_event_are_found_by_name_and_correlation()
    {
        var waiting = Sequence("listener", new { type = "Elsa.Event", id = "e", eventName = Text("Arrived") });
        await OpenProcedureAsync("p", waiting);

        Assert.Equal("p", Assert.Single(await Store.WaitsForAsync(WaitKind.Event, "Arrived")).ProcedureId);
        Assert.Single(await Store.WaitsForAsync(WaitKind.Event, "Arrived", "case-7"));
        Assert.Empty(await Store.WaitsForAsync(WaitKind.Event, "Arrived", "case-8"));
        Assert.Empty(await Store.WaitsForAsync(WaitKind.Event, "Left"));

        var procedure = (await Store.LoadAsync("p"))!;
        await AdvanceAsync(procedure, new Stimulus.EventPublished("Arrived", null, Value.Null), Moves.Start);
        Assert.Empty(await Store.WaitsForAsync(WaitKind.Event, "Arrived"));
    }

    [Fact]
    public async Task A_task_for_an_outside_program_is_listed_until_it_is_reported()
    {
        var procedure = await OpenProcedureAsync("p",
            Sequence("outside", new { type = "Elsa.RunTask", id = "r", taskName = Text("Translate") }));

        var task = Assert.Single(await Store.OutsideTasksAsync(10));
        Assert.Equal(("p", "Translate"), (task.ProcedureId, task.Name));
        await AdvanceAsync(procedure, new Stimulus.TaskReported(task.TaskId, Value.Null), Moves.Start);
        Assert.Empty(await Store.OutsideTasksAsync(10));
    }

    private static InboxMessage Message(string id, Dispatch dispatch) => new(id, id, dispatch, Moves.Start);

    private static object Publishing(string name, string id) =>
        new { type = "Elsa.PublishEvent", id, eventName = Text(name) };

    private static Procedures.Definitions.Definition DelayOf(string length) =>
        Sequence("delay-" + length.Replace(':', '-'),
        new { type = "Elsa.Delay", id = "d",
            timeSpan = new { typeName = "TimeSpan", expression = new { type = "Literal", value = length } } });
}
