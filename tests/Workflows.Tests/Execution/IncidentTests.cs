namespace Procedures.Execution;

/// <summary>An activity that fails stops the procedure, or only its own branch, as the definition says.</summary>
public sealed class IncidentTests
{
    private static Sketch Forked() =>
        new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Fail", "fail").Node("Tiny.Ask", "ask")
        .Node("Tiny.Say", "end").Arrows("begin>fail", "begin>ask", "ask:Yes>end");

    [Fact]
    public void By_default_the_procedure_ends_as_faulted_and_names_the_place()
    {
        var procedure = new Walk(Forked().Read(TinyTypes.Catalog)).Procedure;
        Assert.Equal(ProcedureStatus.Faulted, procedure.Status);
        var incident = Assert.Single(procedure.Incidents);
        Assert.Equal(("fail", "Tiny.Fail", "It broke."),
            (incident.ActivityId, incident.ActivityType, incident.Message));
        Assert.Equal("Workflow1:flow:fail", incident.ActivityNodeId);
        Assert.Empty(procedure.Waits);
    }

    [Fact]
    public void Other_branches_go_on_when_the_definition_says_so()
    {
        var walk = new Walk(Forked().ContinuingAfterIncidents().Read(TinyTypes.Catalog));
        Assert.Equal(ProcedureStatus.Suspended, walk.Procedure.Status);
        walk.Answer("Yes");
        Assert.Equal(["begin", "end"], walk.Lines);
        Assert.Equal(ProcedureStatus.Suspended, walk.Procedure.Status);
        Assert.Single(walk.Procedure.Incidents);
    }

    [Fact]
    public void An_unknown_activity_type_is_an_incident_and_no_crash()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Nothing", "odd").Read(TinyTypes.Catalog));
        Assert.Contains("Tiny.Nothing", Assert.Single(walk.Procedure.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiting_procedure_whose_activity_type_has_gone_gets_an_incident_and_no_crash()
    {
        var waiting = new Walk(new Sketch().Node("Tiny.Ask", "ask").Read(TinyTypes.Catalog)).Procedure;
        var without = new Engine(new Catalog.ActivityCatalog([new Flowchart()]), Institution.Empty);
        var answer = new Stimulus.TaskCompleted(waiting.Waits[0].Id, "Yes", Expressions.Value.Map.Empty);
        var step = without.Advance(waiting, answer, waiting.ChangedAt);
        Assert.Contains("Tiny.Ask", Assert.Single(step.After.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_loop_ends_as_an_incident()
    {
        var engine = new Engine(TinyTypes.Catalog, Institution.Empty, activationLimit: 50);
        var walk = new Walk(new Sketch().Node("Tiny.Say", "a").Node("Tiny.Say", "b").Arrows("a>b", "b>a")
            .Read(TinyTypes.Catalog), engine);
        Assert.Equal(ProcedureStatus.Faulted, walk.Procedure.Status);
        Assert.Contains("endless loop", walk.Procedure.Incidents[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bounded_loop_ends_by_itself()
    {
        var sketch = new Sketch().Node("Tiny.Count", "count").Node("Tiny.Say", "end")
            .Arrows("count:Again>count", "count:Done>end");
        sketch.Document["variables"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = "turns", ["name"] = "turns", ["typeName"] = "Int32", ["value"] = "0",
        });
        var walk = new Walk(sketch.Read(TinyTypes.Catalog));
        Assert.Equal(["turn 1", "turn 2", "turn 3", "end"], walk.Lines);
    }
}
