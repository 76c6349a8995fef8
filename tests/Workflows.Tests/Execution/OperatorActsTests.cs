using System.Text.Json.Nodes;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>An operator takes a failed activity up again, changes a variable, or takes a procedure off the lists.</summary>
public sealed class OperatorActsTests
{
    /// <summary>The first activity fails until the variable "word" has a value; then somebody is asked.</summary>
    private static Sketch Frail()
    {
        var sketch = new Sketch().Node("Tiny.Say", "read")
            .With(json => json["words"] = Sketch.Literal("getVariable('word').length", "JavaScript"))
            .Node("Tiny.Ask", "ask").Node("Tiny.Say", "end").Arrows("read>ask", "ask:Yes>end")
            .ContinuingAfterIncidents();
        sketch.Document["variables"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "w1", ["name"] = "word", ["typeName"] = "String", ["value"] = null,
        });
        return sketch;
    }

    private static Stimulus.Retried Retry(params int[] activations) =>
        new("The word is known now.", [.. activations]) { Actor = "Olga" };

    private static Stimulus.VariableSet Set(string variable, Value value) =>
        new(variable, value, "It was missing.") { Actor = "Olga" };

    [Fact]
    public void A_procedure_that_is_discontinued_waits_for_nothing_any_more()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask").Node("Tiny.Say", "end").Arrows("ask:Yes>end")
            .Read(TinyTypes.Catalog));
        Assert.NotEmpty(walk.Procedure.Waits);
        walk.Take(new Stimulus.Cancelled("No longer needed."));
        Assert.Equal(ProcedureStatus.Cancelled, walk.Procedure.Status);
        Assert.Empty(walk.Procedure.Waits);
    }

    [Fact]
    public void What_failed_begins_again_and_the_procedure_goes_on_from_there()
    {
        var walk = new Walk(Frail().Read(TinyTypes.Catalog));
        Assert.True(walk.Procedure.CanRetry(Assert.Single(walk.Procedure.Incidents)));
        walk.Take(Set("word", Value.Of("four")));
        var step = walk.Take(Retry());
        walk.Answer("Yes");

        Assert.Equal(["4", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
        var incident = Assert.Single(walk.Procedure.Incidents);
        Assert.Equal((false, Walk.Noon), (incident.IsOpen, incident.RetriedAt));
        var entry = Assert.Single(step.Journal, e => e.Event == JournalEvent.Retried);
        Assert.Equal(("Olga", "“read” begins again: The word is known now."), (entry.Actor, entry.Sentence.English));
        Assert.Equal("« read » recommence : The word is known now. (Ce motif a été communiqué en anglais.)",
            entry.Sentence.French);
    }

    [Fact]
    public void What_fails_again_is_a_new_incident_and_can_begin_again_once_more()
    {
        var walk = new Walk(Frail().Read(TinyTypes.Catalog));
        walk.Take(Retry());

        Assert.Equal([false, true], walk.Procedure.Incidents.Select(i => i.IsOpen));
        Assert.Equal([false, true], walk.Procedure.Incidents.Select(walk.Procedure.CanRetry));
        Assert.Equal(ProcedureStatus.Suspended, walk.Procedure.Status);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 7 })]
    public void Where_nothing_stands_still_nothing_begins_again(int[] activations)
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask").Read(TinyTypes.Catalog));
        var step = walk.Take(Retry(activations));

        Assert.True(step.IsIdle);
        Assert.Contains("No failed activity", step.Refusal!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_procedure_that_stopped_on_its_incident_may_begin_anew_as_a_whole_in_the_same_file()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Fail", "fail").Read(TinyTypes.Catalog));
        Assert.True(walk.Procedure.CanBeginAnew);
        var length = walk.Procedure.JournalLength;

        var step = walk.Take(new Stimulus.Intervened(new Act.Restarted(Value.Map.Empty, "mended")) { Actor = "Ada" });

        Assert.Null(step.Refusal);
        Assert.Equal(2, walk.Procedure.Round);
        Assert.True(walk.Procedure.JournalLength > length);
        // It fails again in the same way: a new incident, and the old one counts as taken up.
        Assert.Equal([false, true], walk.Procedure.Incidents.Select(i => i.IsOpen));
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
    }

    [Fact]
    public void A_procedure_that_is_finished_does_not_begin_anew()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Say", "say").Read(TinyTypes.Catalog));
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
        Assert.Equal("The procedure is over.", walk.Take(
            new Stimulus.Intervened(new Act.Restarted(Value.Map.Empty, "again"))).Refusal!.English);
    }

    [Fact]
    public void Only_the_activity_that_is_named_begins_again()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Fail", "a").Node("Tiny.Fail", "b")
            .Arrows("begin>a", "begin>b").ContinuingAfterIncidents().Read(TinyTypes.Catalog));
        walk.Take(Retry(walk.Procedure.Incidents[1].Activation));

        Assert.Equal(["a", "b", "b"], walk.Procedure.Incidents.Select(i => i.ActivityId));
        Assert.Equal([true, false, true], walk.Procedure.Incidents.Select(i => i.IsOpen));
    }

    [Fact]
    public void A_container_that_has_run_others_does_not_run_them_all_a_second_time()
    {
        var sketch = new Sketch().Node("Tiny.Say", "a").Node("Tiny.Say", "b").Node("Tiny.Say", "c")
            .Arrows("a>b", "b>c", "c>b", "a>c").ContinuingAfterIncidents();
        var walk = new Walk(sketch.Read(TinyTypes.Catalog));
        Assert.Equal("flow", Assert.Single(walk.Procedure.Incidents).ActivityId);

        Assert.Contains("a second time", walk.Take(Retry()).Refusal!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_loop_the_activity_begins_again_as_part_of_the_same_turn()
    {
        var sketch = new Sketch().Node("Tiny.Say", "count").Node("Tiny.Ask", "ask").Node("Tiny.Say", "end")
            .Arrows("count>ask", "ask:Late>count", "ask:Yes>end").ContinuingAfterIncidents();
        sketch.Document["variables"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "w1", ["name"] = "word", ["typeName"] = "String", ["value"] = "one",
        });
        var definition = sketch.Read(TinyTypes.Catalog);
        var scripted = JsonNode.Parse(sketch.Json())!;
        scripted["root"]!["activities"]![0]!["words"] = Sketch.Literal("getVariable('word').length", "JavaScript");
        definition = new Definitions.DefinitionReader(TinyTypes.Catalog).Read(scripted.ToJsonString()).Definition!;
        var walk = new Walk(definition);
        walk.Take(Set("word", Value.Null));
        walk.Answer("Late");
        Assert.Single(walk.Procedure.Incidents);
        walk.Take(Set("word", Value.Of("three")));
        walk.Take(Retry());
        walk.Answer("Yes");

        Assert.Equal(["3", "5", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_changed_variable_has_its_type_and_its_old_value_stands_in_the_journal()
    {
        var sketch = new Sketch().Node("Tiny.Ask", "ask");
        sketch.Document["variables"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "n1", ["name"] = "Number", ["typeName"] = "Int32", ["value"] = "3",
        });
        var walk = new Walk(sketch.Read(TinyTypes.Catalog));
        var step = walk.Take(Set("n1", Value.Of("12")));
        var entry = Assert.Single(step.Journal);

        Assert.Equal(Value.Of(12), walk.Procedure.Activations[0].Variables["n1"]);
        Assert.Equal((JournalEvent.VariableSet, "Olga"), (entry.Event, entry.Actor));
        Assert.Equal((Value.Of(3), Value.Of(12)), (((Value.Map)entry.Data)["before"], ((Value.Map)entry.Data)["after"]));
        Assert.Contains("Number", walk.Take(Set("n1", Value.Of("many"))).Refusal!.French, StringComparison.Ordinal);
        Assert.Contains("no variable “x”", walk.Take(Set("x", Value.Of(1))).Refusal!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_procedure_is_discontinued_before_it_leaves_the_lists()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask").Read(TinyTypes.Catalog));
        var step = walk.Take(new Stimulus.Removed("A mistake.") { Actor = "Olga" });

        Assert.Equal((ProcedureStatus.Cancelled, Walk.Noon), (walk.Procedure.Status, walk.Procedure.RemovedAt));
        Assert.Empty(walk.Procedure.Waits);
        Assert.Equal(JournalEvent.Removed, step.Journal[^1].Event);
        Assert.Contains(step.Journal, e => e.Event == JournalEvent.Ended);
        Assert.Contains(step.Letters, letter => letter.Kind == LetterKind.Withdrawn);
    }

    [Fact]
    public void A_procedure_that_is_over_leaves_the_lists_once_and_nothing_else_of_it_changes()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask").Read(TinyTypes.Catalog));
        walk.Answer("Yes");
        var before = walk.Procedure;
        var step = walk.After(TimeSpan.FromDays(1)).Take(new Stimulus.Removed("Tidying up."));

        Assert.Equal(JournalEvent.Removed, Assert.Single(step.Journal).Event);
        Assert.Equal((before.Status, before.Outcomes), (step.After.Status, step.After.Outcomes));
        Assert.Empty(step.Dispatches);
        Assert.Contains("already", walk.Take(new Stimulus.Removed("Again.")).Refusal!.English, StringComparison.Ordinal);
    }
}
