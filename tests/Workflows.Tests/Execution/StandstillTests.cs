using System.Text.Json.Nodes;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>An incident has ended a procedure; it is taken up again at the activity that failed.</summary>
public sealed class StandstillTests
{
    /// <summary>Begins with "begin"; the activity "frail" fails until the variable "word" has a value.</summary>
    private static Sketch Frail()
    {
        var sketch = new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Say", "frail")
            .With(json => json["words"] = Sketch.Literal("getVariable('word').length", "JavaScript"));
        sketch.Document["variables"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "w1", ["name"] = "word", ["typeName"] = "String", ["value"] = null,
        });
        return sketch;
    }

    private static Walk Begin(Sketch sketch) => new(sketch.Read(TinyTypes.Catalog));

    private static Stimulus.Retried Retry(params int[] activations) =>
        new("The word is known now.", [.. activations]) { Actor = "Olga" };

    private static Stimulus.VariableSet Mend => new("word", Value.Of("four"), "It was missing.") { Actor = "Olga" };

    [Fact]
    public void The_failed_activity_begins_again_with_its_inputs_as_they_are_now()
    {
        var walk = Begin(Frail().Node("Tiny.Say", "end").Arrows("begin>frail", "frail>end"));
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        Assert.True(walk.Procedure.CanRetry(Assert.Single(walk.Procedure.Incidents)));

        Assert.Null(walk.Take(Mend).Refusal);
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        var step = walk.Take(Retry());

        Assert.Equal(["begin", "4", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
        Assert.Equal("Done", Assert.Single(walk.Procedure.Outcomes));
        Assert.False(Assert.Single(walk.Procedure.Incidents).IsOpen);
        var entry = Assert.Single(step.Journal, e => e.Event == JournalEvent.Retried);
        Assert.Equal(("Olga", "“frail” begins again: The word is known now."), (entry.Actor, entry.Sentence.English));
    }

    [Fact]
    public void What_fails_again_ends_the_procedure_again_and_can_begin_again_once_more()
    {
        var walk = Begin(Frail().Arrows("begin>frail"));
        walk.Take(Retry());

        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        Assert.Equal([false, true], walk.Procedure.Incidents.Select(i => i.IsOpen));
        Assert.Equal([false, true], walk.Procedure.Incidents.Select(walk.Procedure.CanRetry));
        walk.Take(Mend);
        walk.Take(Retry());
        Assert.Equal(["begin", "4"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void What_had_not_had_its_turn_when_the_incident_happened_has_it_then()
    {
        var walk = Begin(Frail().Node("Tiny.Say", "beside").Arrows("begin>frail", "begin>beside"));
        Assert.Equal(["begin"], walk.Lines);
        walk.Take(Mend);
        walk.Take(Retry());

        Assert.Equal(["begin", "4", "beside"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void Whoever_was_asked_beside_it_is_told_that_it_fell_away_and_is_then_asked_anew()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Ask", "other").Node("Tiny.Say", "end")
            .Arrows("begin>ask", "begin>other", "ask:Yes>frail", "other:Yes>end"));
        var asked = walk.Procedure.Waits.Single(w => w.ActivityId == "other");
        var failed = walk.Answer("Yes");
        Assert.Empty(walk.Procedure.Waits);
        Assert.Equal(asked.Id, Assert.Single(failed.Letters, l => l.Kind == LetterKind.Withdrawn).Wait);

        walk.Take(Mend);
        var again = walk.Take(Retry());
        Assert.Equal(asked.Id, Assert.Single(walk.Procedure.Waits).Id);
        Assert.Equal(asked.Id, Assert.Single(again.Letters, l => l.Kind == LetterKind.Task).Wait);
        Assert.Contains(again.Journal, e => e is { Event: JournalEvent.Resumed, ActivityId: "other" });
        walk.Answer("Yes");
        Assert.Equal(["begin", "4", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void Each_withdrawal_of_the_same_task_is_a_letter_of_its_own()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Ask", "other")
            .Arrows("begin>ask", "begin>other", "ask:Yes>frail"));
        walk.Answer("Yes");
        walk.Take(Mend);
        walk.Take(Retry());
        walk.Take(new Stimulus.Cancelled("Enough."));

        var withdrawn = walk.Steps.SelectMany(s => s.Letters).Where(l => l.Kind == LetterKind.Withdrawn).ToArray();
        Assert.Equal(2, withdrawn.Length);
        Assert.Equal(2, withdrawn.Select(l => (l.Wait, l.Occasion)).Distinct().Count());
    }

    [Fact]
    public void When_the_retry_fails_at_once_nobody_is_written_to()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Ask", "other")
            .Arrows("begin>ask", "begin>other", "ask:Yes>frail"));
        walk.Answer("Yes");
        Assert.Empty(walk.Take(Retry()).Letters);

        walk.Take(Mend);
        Assert.Single(walk.Take(Retry()).Letters);
        Assert.Equal("other", Assert.Single(walk.Procedure.Waits).ActivityId);
    }

    [Fact]
    public void A_timer_that_ran_meanwhile_is_due_at_once()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Rest", "rest").Node("Tiny.Say", "end")
            .Arrows("begin>ask", "begin>rest", "ask:Yes>frail", "rest>end"));
        walk.Answer("Yes");
        walk.Take(Mend);
        walk.After(TimeSpan.FromHours(3)).Take(Retry());

        var timer = Assert.Single(walk.Procedure.Waits);
        Assert.True(timer.WakeAt < walk.Now);
        walk.Take(new Stimulus.TimerDue(timer.Id));
        Assert.Equal(["begin", "4", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void An_outside_program_is_asked_anew()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Order", "order")
            .Arrows("begin>ask", "begin>order", "ask:Yes>frail"));
        walk.Answer("Yes");
        walk.Take(Mend);
        var again = walk.Take(Retry());

        var order = Assert.IsType<Dispatch.RunTask>(Assert.Single(again.Dispatches));
        Assert.Equal(order.TaskId, Assert.Single(walk.Procedure.Waits).Key);
        walk.Take(new Stimulus.TaskReported(order.TaskId, Value.Null));
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void What_a_child_reports_meanwhile_counts_when_the_procedure_is_taken_up()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "ask").Node("Tiny.Child", "child")
            .Arrows("begin>ask", "begin>child", "ask:Yes>frail"));
        var wait = walk.Procedure.Waits.Single(w => w.Kind == WaitKind.Child);
        walk.Answer("Yes");

        var kept = walk.Take(new Stimulus.ChildReported(wait.Id, "p.1", ProcedureStatus.Finished, Value.Map.Empty));
        Assert.Contains("p.1 has reported", Assert.Single(kept.Journal).Sentence.English, StringComparison.Ordinal);
        Assert.True(walk.Take(new Stimulus.ChildReported(99, "x", ProcedureStatus.Finished, Value.Map.Empty)).IsIdle);
        walk.Take(Mend);
        walk.Take(Retry());

        Assert.Equal(["begin", "p.1 has ended", "4"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_procedure_that_stands_still_is_stored_and_read_as_it_was()
    {
        var definition = Frail().Node("Tiny.Ask", "ask").Node("Tiny.Child", "child").Node("Tiny.Say", "beside")
            .Arrows("begin>child", "begin>frail", "begin>beside").Read(TinyTypes.Catalog);
        var walk = new Walk(definition);
        walk.Take(new Stimulus.ChildReported(1, "p.1", ProcedureStatus.Finished, Value.MapOf(("a", Value.Of(1)))));
        var json = new ProcedureJson(_ => definition);

        var stored = json.Write(walk.Procedure);
        var again = TinyTypes.Engine.Advance(json.Read(stored), Retry(), walk.Now);
        walk.Take(Retry());

        Assert.Equal(stored, json.Write(json.Read(stored)));
        Assert.Equal(json.Write(walk.Procedure), json.Write(again.After));
        Assert.Equal((1, 1), (json.Read(stored).Standstill!.Due.Length, json.Read(stored).Standstill!.Reports.Length));
    }

    [Fact]
    public void It_may_still_begin_anew_as_a_whole()
    {
        var walk = Begin(Frail().Arrows("begin>frail"));
        walk.Take(new Stimulus.Intervened(new Act.Restarted(Value.Map.Empty, "mended")) { Actor = "Ada" });

        Assert.Equal(["begin", "begin"], walk.Lines);
        Assert.Equal((2, ProcedureStatus.Faulted), (walk.Procedure.Round, walk.Procedure.Status));
        Assert.Single(walk.Procedure.Activations, a => a.Status == ActivationStatus.Faulted);
    }

    [Fact]
    public void Whose_parent_has_gone_on_without_it_does_not_begin_again()
    {
        var definition = Frail().Arrows("begin>frail").Read(TinyTypes.Catalog);
        var opened = new Stimulus.Opened(Value.Map.Empty) { Parent = new ParentLink("p", 3, false) };
        var child = TinyTypes.Engine.Advance(Procedure.Draft("p.1", definition), opened, Walk.Noon).After;

        Assert.Equal(ProcedureStatus.Faulted, child.Status);
        Assert.Contains("The procedure p", child.WhyNoRetry(child.Incidents[0])!.English, StringComparison.Ordinal);
        Assert.Contains("La procédure p", TinyTypes.Engine.Advance(child, Retry(), Walk.Noon).Refusal!.French,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_procedure_that_a_former_version_has_stopped_nothing_was_kept()
    {
        var procedure = Begin(Frail().Arrows("begin>frail")).Procedure with { Standstill = null, Activations = [] };

        Assert.Contains("former version",
            TinyTypes.Engine.Advance(procedure, Retry(), Walk.Noon).Refusal!.English, StringComparison.Ordinal);
        Assert.True(procedure.CanBeginAnew);
    }

    [Fact]
    public void What_was_taken_off_the_lists_does_not_begin_again()
    {
        var walk = Begin(Frail().Arrows("begin>frail"));
        walk.Take(new Stimulus.Removed("A mistake."));

        Assert.Contains("off the lists", walk.Take(Retry()).Refusal!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_session_that_moves_meanwhile_is_known_and_moves_what_is_asked_anew()
    {
        var walk = Begin(Frail().Node("Tiny.Ask", "first").Node("Tiny.Ask", "ask")
            .Node("Tiny.Ask", "other", ("deadline", "nlt open(part(2026,3)) - 1 w")).Node("Tiny.Child", "child")
            .Arrows("begin>first", "first:Yes>ask", "first:Yes>other", "first:Yes>child", "ask:Yes>frail"));
        walk.Take(Moved(22));
        walk.Answer("Yes");
        Assert.Equal(new DateOnly(2026, 6, 15), DayOfOther(walk));
        walk.Answer("Yes");
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);

        var moved = walk.Take(Moved(29));

        Assert.Null(moved.Refusal);
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        Assert.Contains(moved.Journal, e => e.Sentence.English.Contains("29 June 2026", StringComparison.Ordinal));
        // The nested part that goes on meanwhile hears of it as ever.
        Assert.IsType<Stimulus.Intervened>(Assert.IsType<Dispatch.Deliver>(Assert.Single(moved.Dispatches)).Stimulus);
        walk.Take(Mend);
        walk.Take(Retry());
        Assert.Equal(new DateOnly(2026, 6, 22), DayOfOther(walk));
    }

    [Fact]
    public void When_it_begins_anew_instead_the_nested_part_of_the_round_before_is_discontinued()
    {
        var walk = Begin(Frail().Node("Tiny.Child", "child").Arrows("begin>child", "begin>frail"));
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        var child = Assert.Single(walk.Procedure.Standstill!.Waits, w => w.Kind == WaitKind.Child).Key;

        var step = walk.Take(new Stimulus.Intervened(new Act.Restarted(Value.Map.Empty, "All anew.")));

        var told = Assert.IsType<Dispatch.Deliver>(Assert.Single(step.Dispatches));
        Assert.Equal(child, told.ProcedureId);
        Assert.IsType<Stimulus.Cancelled>(told.Stimulus);
    }

    private static Stimulus.Intervened Moved(int opens) => new(new Act.PartMoved(
        new PartSession(2026, 3, new(2026, 6, opens), new(2026, 6, opens + 1), PartStatus.Held), "Closed."));

    private static DateOnly? DayOfOther(Walk walk) =>
        walk.Procedure.Waits.Single(w => w.ActivityId == "other").Timetable!.LastDay;
}
