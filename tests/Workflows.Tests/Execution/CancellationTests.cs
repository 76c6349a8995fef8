using System.Text.Json.Nodes;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>An operator cancels an activity: its flowchart goes on without it.</summary>
public sealed class CancellationTests
{
    private static Sketch Two => new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Ask", "a").Node("Tiny.Ask", "b")
        .Node("Tiny.Say", "end").Arrows("begin>a", "begin>b", "a:Yes>end", "b:Yes>end");

    private static Walk Begin(Sketch sketch) => new(sketch.Read(TinyTypes.Catalog));

    private static Stimulus.ActivityCancelled Cancel(Walk walk, string activity) =>
        new("No longer needed.", [.. walk.Procedure.Activations.Where(a => a.ActivityId == activity).Select(a => a.Id)])
        {
            ReasonFr = "N'est plus nécessaire.", Actor = "Olga",
        };

    [Fact]
    public void Its_wait_closes_whoever_was_asked_is_told_why_and_the_journal_says_who_did_it()
    {
        var walk = Begin(Two);
        var asked = walk.Procedure.Waits.Single(w => w.ActivityId == "a");
        var step = walk.Take(Cancel(walk, "a"));

        Assert.Equal("b", Assert.Single(walk.Procedure.Waits).ActivityId);
        var letter = Assert.Single(step.Letters);
        Assert.Equal((LetterKind.Withdrawn, asked.Id), (letter.Kind, letter.Wait));
        Assert.Equal("N'est plus nécessaire.", letter.Reason.French);
        var entry = step.Journal.Single(e => e.Event == JournalEvent.Noted);
        Assert.Equal(("Olga", "a", "“a” is cancelled: No longer needed."),
            (entry.Actor, entry.ActivityId, entry.Sentence.English));
        Assert.Contains(step.Journal, e => e is { Event: JournalEvent.Cancelled, ActivityId: "a" });
    }

    [Fact]
    public void In_a_counter_based_flowchart_its_arrows_count_as_not_followed()
    {
        var walk = Begin(Two);
        walk.Take(Cancel(walk, "a"));
        walk.Answer("Yes");

        Assert.Equal(["begin", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void When_nothing_else_is_at_work_the_flowchart_is_at_its_end()
    {
        var walk = Begin(new Sketch().Node("Tiny.Ask", "a").Node("Tiny.Say", "end").Arrows("a:Yes>end").TokenBased());
        walk.Take(Cancel(walk, "a"));

        Assert.Empty(walk.Lines);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_timer_goes_with_it_and_a_procedure_that_it_waits_for_is_discontinued()
    {
        var walk = Begin(new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Rest", "rest").Node("Tiny.Child", "child")
            .Node("Tiny.Ask", "ask").Arrows("begin>rest", "begin>child", "begin>ask"));
        walk.Take(Cancel(walk, "rest"));
        var step = walk.Take(Cancel(walk, "child"));

        Assert.Equal("ask", Assert.Single(walk.Procedure.Waits).ActivityId);
        var delivery = Assert.IsType<Dispatch.Deliver>(Assert.Single(step.Dispatches));
        Assert.Equal(("p.1", "No longer needed."),
            (delivery.ProcedureId, Assert.IsType<Stimulus.Cancelled>(delivery.Stimulus).Reason));
    }

    [Fact]
    public void An_activity_that_has_failed_is_given_up_and_its_incident_with_it()
    {
        var walk = Begin(new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Fail", "fail").Node("Tiny.Ask", "ask")
            .Arrows("begin>fail", "begin>ask").ContinuingAfterIncidents());
        walk.Take(Cancel(walk, "fail"));

        var incident = Assert.Single(walk.Procedure.Incidents);
        Assert.Equal((false, Walk.Noon, null), (incident.IsOpen, incident.GivenUpAt, incident.RetriedAt));
        walk.Answer("Yes");
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void What_is_not_at_work_and_the_drawing_as_a_whole_are_not_cancelled()
    {
        var walk = Begin(Two);
        Assert.Contains("not at work here", walk.Take(Cancel(walk, "end")).Refusal!.English, StringComparison.Ordinal);
        Assert.Contains("whole drawing", walk.Take(Cancel(walk, "flow")).Refusal!.English, StringComparison.Ordinal);
        walk.Take(new Stimulus.Cancelled("Enough."));
        Assert.Equal("The procedure is over.", walk.Take(Cancel(walk, "a")).Refusal!.English);
    }

    [Fact]
    public void What_would_be_waited_for_for_ever_is_not_cancelled()
    {
        var json = JsonNode.Parse(Two.Json())!;
        json["root"] = new JsonObject
        {
            ["id"] = "holder", ["type"] = "Tiny.Holder", ["version"] = 1, ["activities"] = new JsonArray(json["root"]!.DeepClone()),
        };
        var catalog = new Catalog.ActivityCatalog([.. TinyTypes.Catalog.Types, new Holder()]);
        var definition = new Definitions.DefinitionReader(catalog).Read(json.ToJsonString()).Definition!;
        var walk = new Walk(definition, new Engine(catalog, Institution.Empty));

        Assert.Contains("would wait for it for ever",
            walk.Take(Cancel(walk, "flow")).Refusal!.English, StringComparison.Ordinal);
        Assert.Null(walk.Take(Cancel(walk, "a")).Refusal);
    }

    private sealed class Holder : Catalog.ActivityType
    {
        public override Catalog.ActivityDeclaration Declaration { get; } =
            new("Tiny.Holder", ("Tiny", "Menu"), ("Holder", "Conteneur"), Bilingual.Empty) { IsContainer = true };

        public override void Start(Activation activation) => activation.Schedule(activation.Node.Children[0]);
    }
}
