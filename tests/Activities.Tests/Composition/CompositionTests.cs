using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.Composition;

public sealed class CompositionTests
{
    private static readonly Plan Child = new Chart("child").Wait("go").Add("Elsa.SetOutput", "out",
            ("outputName", In.Text("Answer")), ("outputValue", In.Script("getInput('Question') + '!'")))
        .Path("go", "out").Plan() with { Id = "child" };

    private static readonly Plan Quick = new Chart("quick").Add("Elsa.SetOutput", "out",
        ("outputName", In.Text("Answer")), ("outputValue",
            In.Script("`${getInput('Item') ?? getInput('name')} for ${getInput('ParentInstanceId')}`")))
        .Plan() with { Id = "quick" };

    private static readonly Plan Failing = new Chart("failing").Decision("d", "getInput('Item') == 'bad'")
        .Add("Elsa.Fault", "f")
        .Path("d:True", "f").Plan() with { Id = "failing" };

    private static Stage Play(Chart chart) => new(chart.Plan(), others: [Child, Quick, Failing]);

    [Theory]
    [InlineData("\"Approved\"", "Approved")]
    [InlineData("[\"A\",\"B\"]", "A B")]
    [InlineData("", "Done")]
    public void Complete_ends_the_procedure_with_its_outcomes(string outcomes, string expected)
    {
        var chart = new Chart().Line("a").Add("Elsa.Complete", "c", ("outcomes", In.Json(outcomes))).Line("b")
            .Path("a", "c");
        var stage = Play(chart);
        Assert.Equal((ProcedureStatus.Finished, expected), (stage.Status, string.Join(' ', stage.Procedure.Outcomes)));
    }

    [Fact]
    public void Complete_takes_a_list_that_is_written_as_text()
    {
        var stage = Play(new Chart().Add("Elsa.Complete", "c", ("outcomes", In.Text("[\"A\",\"B\"]"))));
        Assert.Equal("A B", string.Join(" ", stage.Procedure.Outcomes));
    }

    [Fact]
    public void Complete_inside_a_loop_ends_the_procedure()
    {
        var body = new Chart("body").Line("w").Add("Elsa.Complete", "c").Path("w", "c").Root();
        var stage = Play(new Chart().Add("Elsa.While", "l", ("condition", In.Text("True")), ("body", body))
            .Line("after").Path("l", "after"));
        Assert.Equal(("w", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void DispatchWorkflow_goes_on_at_once_unless_told_to_wait()
    {
        var stage = Play(Calling("Elsa.DispatchWorkflow", "child", waits: false));
        Assert.Equal(ProcedureStatus.Finished, stage.Status);
        Assert.Equal(ProcedureStatus.Suspended, stage.World.Find("p.1").Status);
    }

    [Fact]
    public void DispatchWorkflow_waits_for_the_childs_outputs()
    {
        var stage = Play(Calling("Elsa.DispatchWorkflow", "child", waits: true));
        Assert.Equal(ProcedureStatus.Suspended, stage.Status);
        stage.Publish("go");
        Assert.Equal(("{\"Answer\":\"why!\"}", ProcedureStatus.Finished), (stage.Lines, stage.Status));
        Assert.Equal("p", stage.World.Find("p.1").Inputs["ParentInstanceId"].AsText);
    }

    [Fact]
    public void ExecuteWorkflow_waits_for_the_end_when_told_to()
    {
        var stage = Play(Calling("Elsa.ExecuteWorkflow", "child", waits: true));
        Assert.Equal("", stage.Lines);
        stage.Publish("go");
        const string expected =
            """{"workflowInstanceId":"p.1","status":"Finished","subStatus":"Finished","output":{"Answer":"why!"}}""";
        Assert.Equal(expected, stage.Lines);
    }

    [Fact]
    public void ExecuteWorkflow_without_waiting_tells_where_the_child_rests()
    {
        var stage = Play(Calling("Elsa.ExecuteWorkflow", "child", waits: false));
        Assert.Contains("\"status\":\"Running\",\"subStatus\":\"Suspended\"", stage.Lines, StringComparison.Ordinal);
        Assert.Equal(ProcedureStatus.Finished, stage.Status);
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.BulkDispatchWorkflows")]
    public void Without_a_definition_there_is_an_incident(string type) =>
        Assert.Equal("No definition is chosen.", Assert.Single(Play(type.Contains("Bulk", StringComparison.Ordinal)
            ? new Chart().Add(type, "x", ("items", In.Script("[1]"))) : new Chart().Add(type, "x")).Incidents));

    [Fact]
    public void A_child_of_an_unknown_definition_is_an_incident()
    {
        var stage = Play(Calling("Elsa.ExecuteWorkflow", "nowhere", waits: true));
        Assert.Equal(["No published definition with the id “nowhere” is found."], stage.Incidents);
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
    }

    [Fact]
    public void BulkDispatch_opens_one_child_for_each_item_and_waits_for_all()
    {
        var stage = Play(new Chart().Add("Elsa.BulkDispatchWorkflows", "b", ("workflowDefinitionId", In.Text("quick")),
                ("items", In.Script("['x', { name: 'y' }]")),
                    ("correlationIdFunction", In.Script("'c-' + (getItem().name ?? getItem())")),
                ("childCompleted", Chart.WriteScript("cc", "getChildInstanceId() + '=' + getWorkflowOutput().Answer")))
            .Line("all").Line("done").Path("b:Completed", "all").Path("b:Done", "done"));
        Assert.Equal("p.1=x for p p.2=y for p all done", stage.Lines);
        Assert.Equal(["c-x", "c-y"], stage.World.Procedures.Skip(1).Select(c => c.CorrelationId));
    }

    [Fact]
    public void BulkDispatch_reacts_to_failed_children()
    {
        var stage = Play(new Chart()
            .Add("Elsa.BulkDispatchWorkflows", "b", ("workflowDefinitionId", In.Text("failing")),
            ("items", In.Script("['good', 'bad']")), ("childCompleted", Chart.WriteScript("c", "'ok ' + getItem()")),
            ("childFaulted", Chart.WriteScript("f", "'failed ' + getItem()"))));
        Assert.Equal(("ok good failed bad", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Theory]
    [InlineData("[]", "True")]
    [InlineData("['a']", "False")]
    public void BulkDispatch_goes_on_when_there_is_nothing_to_wait_for(string items, string waits)
    {
        var stage = Play(new Chart().Add("Elsa.BulkDispatchWorkflows", "b", ("workflowDefinitionId", In.Text("child")),
            ("items", In.Script(items)), ("waitForCompletion", In.Text(waits))).Line("done").Path("b:Done", "done"));
        Assert.Equal(("done", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    private static Chart Calling(string type, string definition, bool waits) => new Chart()
        .Add(type, "call", ("workflowDefinitionId", In.Text(definition)), ("input", In.Json("{\"Question\":\"why\"}")),
            ("waitForCompletion", In.Text(waits ? "True" : "False")))
        .ScriptLine("w", "JSON.stringify(getLastResult())").Path("call", "w");
}
