using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Rehearsal;

namespace Procedures.Migration;

/// <summary>A running procedure is moved to another version of its definition.</summary>
public sealed class MigrationTests
{
    private static Definition Version(int version, Sketch sketch)
    {
        (sketch.Document["version"], sketch.Document["id"]) = (version, $"sketch-{version}");
        return sketch.Read(TinyTypes.Catalog);
    }

    private static Sketch Asking() => new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Ask", "ask").Node("Tiny.Say", "end");
    private static Sketch First => Asking().Arrows("begin>ask", "ask:Yes>end", "ask:Late>end");

    private static Stimulus.Migrated To(Definition target) =>
        new(target, "The law has changed") { ReasonFr = "Le droit a changé", Actor = "Olga" };

    private static void Variable(Sketch sketch, string id, string type, string? value) =>
        sketch.Document["variables"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id, ["name"] = id, ["typeName"] = type, ["value"] = value,
        });

    [Fact]
    public void What_is_asked_stays_asked_and_what_comes_after_follows_the_new_version()
    {
        var walk = new Walk(Version(1, First));
        var asked = Assert.Single(walk.Procedure.Waits);
        var step = walk.Take(To(Version(2, Asking().Node("Tiny.Say", "new")
            .Arrows("begin>ask", "ask:Yes>new", "ask:Late>end", "new>end"))));

        Assert.Equal(asked, Assert.Single(walk.Procedure.Waits));
        Assert.Equal((2, 2), (walk.Procedure.Definition.Version, walk.Procedure.Step));
        Assert.Empty(step.Letters);
        Assert.Equal(1, step.Before.Definition.Version);
        var entry = Assert.Single(step.Journal);
        Assert.Equal((JournalEvent.Migrated, "Olga"), (entry.Event, entry.Actor));
        Assert.Equal("Moved from version 1 to version 2 of the definition: The law has changed. "
            + "What is asked now stays as it was asked.", entry.Sentence.English);
        walk.Answer("Yes");
        Assert.Equal(["begin", "new", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_procedure_that_an_incident_has_ended_is_moved_to_the_mended_version_and_taken_up_there()
    {
        var broken = new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Say", "frail")
            .With(json => json["words"] = Sketch.Literal("nothing.length", "JavaScript")).Node("Tiny.Say", "end")
            .Arrows("begin>frail", "frail>end");
        var mended = new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Say", "frail", ("words", "mended"))
            .Node("Tiny.Say", "end").Arrows("begin>frail", "frail>end");
        var walk = new Walk(Version(1, broken));
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);

        Assert.Null(walk.Take(To(Version(2, mended))).Refusal);
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        walk.Take(new Stimulus.Retried("Mended.", []));

        Assert.Equal(["begin", "mended", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void Variables_keep_their_values_in_the_new_types_and_new_ones_begin_with_their_defaults()
    {
        var (first, second) = (First, First);
        Variable(first, "kept", "String", "12");
        Variable(first, "gone", "String", "x");
        Variable(second, "kept", "Int32", "3");
        Variable(second, "new", "String", "fresh");
        var walk = new Walk(Version(1, first));
        walk.Take(To(Version(2, second)));

        var values = walk.Procedure.Activations[0].Variables;
        Assert.Equal((Value.Of(12), Value.Of("fresh"), false), (values["kept"], values["new"], values.Has("gone")));

        var (text, number) = (First, First);
        Variable(text, "kept", "String", "many");
        Variable(number, "kept", "Int32", "3");
        Refused(new Walk(Version(1, text)), Version(2, number), "The variable kept has another type there");
    }

    [Fact]
    public void What_is_at_work_must_have_its_place_in_the_new_version()
    {
        Refused(new Walk(Version(1, First)),
            Version(2, new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Say", "end").Arrows("begin>end")),
            "“ask” is at work and is missing in version 2");
        Refused(new Walk(Version(1, First)),
            Version(2, new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Rest", "ask").Node("Tiny.Say", "end")
                .Arrows("begin>ask", "ask:Yes>end", "ask:Late>end")),
            "“ask” is at work and is of another kind in version 2");
        Refused(new Walk(Version(1, First)), Version(2, Asking().Arrows("begin>ask", "ask:Yes>end")),
            "its outcome Late leads nowhere in version 2");
        Refused(new Walk(Version(1, First)), Version(2, Asking().Arrows("ask:Yes>end", "ask:Late>end", "end>begin")),
            "no arrow leads to it in version 2");
        Refused(new Walk(Version(1, First)),
            Version(2, new Sketch().Node("Tiny.Ask", "ask").Node("Tiny.Say", "end").Arrows("ask:Yes>end", "ask:Late>end")),
            "lacks the activity “begin” with which the flowchart began");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_join_that_is_ahead_does_not_come_to_wait_for_what_is_over(bool isTokenBased)
    {
        Sketch Joined(params string[] arrows)
        {
            var sketch = new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Ask", "ask").Node("Tiny.Ask", "later")
                .Node("Tiny.Say", "end").Arrows("begin>ask", "ask:Yes>later", "later:Yes>end").Arrows(arrows);
            return isTokenBased ? sketch.TokenBased() : sketch;
        }

        var walk = new Walk(Version(1, Joined()));
        Assert.Empty(MigrationPlan.Of(walk.Procedure, Version(2, Joined("ask:Yes>end"))).Refusals);
        walk.Answer("Yes");

        Refused(walk, Version(2, Joined("ask:Yes>end")),
            "“end” is still ahead and in version 2 also waits for “ask”, which is over");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_has_arrived_at_a_join_must_mean_the_same_as_before(bool isTokenBased)
    {
        Sketch Joined(params string[] arrows)
        {
            var sketch = new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Ask", "a").Node("Tiny.Ask", "b")
                .Node("Tiny.Say", "end").With(json => json["customProperties"]!["mergeMode"] = "Merge")
                .Arrows("begin>a", "begin>b", "a:Yes>end").Arrows(arrows);
            return isTokenBased ? sketch.TokenBased() : sketch;
        }

        var walk = new Walk(Version(1, Joined("b:Yes>end")));
        var third = Version(2, Joined("b:Yes>end", "b:Late>end"));
        Assert.Empty(MigrationPlan.Of(walk.Procedure, third).Refusals);
        walk.Answer("Yes");

        Refused(walk, third, "“end” waits for the rest of its arrows, and version 2 has others");
    }

    [Fact]
    public void Neither_what_is_over_nor_another_definition_nor_the_same_text_nor_the_other_mode_is_moved_to()
    {
        var walk = new Walk(Version(1, First));
        Refused(walk, Version(3, First), "already");
        Refused(walk, Version(2, First.TokenBased()), "in the other mode");
        var other = Asking().Arrows("begin>ask");
        other.Document["definitionId"] = "other";
        Refused(walk, Version(2, other), "not other");
        walk.Answer("Yes");
        Refused(walk, Version(2, First.Node("Tiny.Say", "new")), "The procedure is over");
    }

    [Fact]
    public void At_every_step_of_a_whole_election_it_goes_on_under_the_new_version_as_it_would_have()
    {
        var house = new OwnDefinitions();
        var copy = JsonNode.Parse(house.Text("judge-election.json"))!;
        (copy["version"], copy["id"]) = (99, "judge-election-99");
        copy["root"]!["activities"]![0]!["customProperties"]!["legalSource"] = "Another article";
        var target = new DefinitionReader(house.Catalog).Read(copy.ToJsonString()).Definition!;
        var year = house.JudgeElection(AnswerScript.Empty);
        var steps = year.Steps.Where(s => s.Before is { Step: > 0, IsOver: false, Parent: null }).ToArray();
        Assert.True(steps.Length > 20, $"Only {steps.Length} steps.");
        foreach (var step in steps)
        {
            var moved = house.Engine.Advance(step.Before, To(target), step.Before.ChangedAt);
            Assert.Null(moved.Refusal);
            var again = house.Engine.Advance(moved.After, step.Stimulus!, step.After.ChangedAt);
            Assert.Equal(Standing(step.After), Standing(again.After));
            Assert.Equal(step.Letters.Length, again.Letters.Length);
            Assert.Equal(99, again.After.Definition.Version);
        }
    }

    private static string Standing(Procedure procedure) => string.Join('\n',
    [
        $"{procedure.Status} {string.Join(',', procedure.Outcomes)}",
        .. procedure.Activations.Select(a => $"{a.Id} {a.ActivityId} {a.Status} {ValueJson.ToJson(a.Memory)}"),
        .. procedure.Waits.Select(w => $"{w.Id} {w.ActivityId} {w.WakeAt} {w.Timetable?.LastDay}"),
    ]);

    private static void Refused(Walk walk, Definition target, string why)
    {
        var step = walk.Take(To(target));
        Assert.True(step.IsIdle);
        Assert.Contains($"cannot be moved to version {target.Version}", step.Refusal!.English, StringComparison.Ordinal);
        Assert.Contains(why, step.Refusal.English, StringComparison.Ordinal);
        Assert.NotEqual(step.Refusal.English, step.Refusal.French);
    }
}
