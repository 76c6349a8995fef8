using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.Primitives;

public sealed class PrimitivesTests
{
    [Theory]
    [InlineData("Int32", "42", "43")]
    [InlineData("String", "42", "421")]
    public void A_variable_keeps_its_type_whatever_Studio_writes(string type, string literal, string line)
    {
        var chart = new Chart().Variable("v", type, "").Add("Elsa.SetVariable", "set",
                ("variable", new JsonObject { ["id"] = "v", ["name"] = "v", ["typeName"] = type }),
                    ("value", In.Text(literal)))
            .ScriptLine("w", "getV() + 1").Path("set", "w");
        Assert.Equal(line, Stage.Play(chart).Lines);
    }

    [Fact]
    public void A_variable_may_be_named_by_a_bare_text() =>
        Assert.Equal("7", Stage.Play(new Chart().Variable("v", "Object", "")
            .Add("Elsa.SetVariable", "set", ("variable", "v"), ("value", In.Script("7"))).ScriptLine("w", "getV()")
                .Path("set", "w")).Lines);

    [Fact]
    public void Setting_a_variable_that_does_not_exist_is_an_incident() =>
        Assert.Equal("There is no variable nobody here.",
            Assert.Single(Stage.Play(new Chart().Set("set", "nobody", "1")).Incidents));

    [Fact]
    public void Setting_a_value_of_another_type_is_an_incident()
    {
        var stage = Stage.Play(new Chart().Variable("v", "Int32", "0").Set("set", "v", "'seven'"));
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
        Assert.StartsWith("v: ", Assert.Single(stage.Incidents), StringComparison.Ordinal);
    }

    [Fact]
    public void SetName_and_Correlate_name_the_procedure()
    {
        var stage = Stage.Play(new Chart().Add("Elsa.SetName", "n", ("value", In.Text("Estonia 2026")))
            .Add("Elsa.Correlate", "c", ("correlationId", In.Text("EE"))).Wait("e").Path("n", "c", "e"));
        Assert.Equal(("Estonia 2026", "EE"), (stage.Procedure.Name, stage.Procedure.CorrelationId));
    }

    [Fact]
    public void Fault_records_what_it_was_told()
    {
        var stage = Stage.Play(new Chart()
            .Add("Elsa.Fault", "f", ("message", In.Text("no quorum")), ("faultType", In.Text("Rules"))));
        var incident = Assert.Single(stage.Procedure.Incidents);
        Assert.Equal(("no quorum", "Rules", ProcedureStatus.Faulted), (incident.Message, incident.Kind, stage.Status));
    }

    [Fact]
    public void An_event_hands_over_what_it_brought()
    {
        var chart = new Chart().Variable("brought", "Object", "")
            .Add("Elsa.Event", "e", ("eventName", In.Text("Elected")), ("result", In.Output("brought")))
            .ScriptLine("w", "getBrought().name").Path("e", "w");
        var stage = Stage.Play(chart);
        stage.World.Publish("Other", null, Value.Null);
        Assert.Equal(ProcedureStatus.Suspended, stage.Status);
        stage.World.Publish("Elected", null, Value.MapOf(("name", Value.Of("Kuus"))));
        Assert.Equal(("Kuus", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void An_event_that_started_the_procedure_is_not_waited_for_but_a_loop_to_it_is()
    {
        var chart = new Chart().Line("not this").Add("Elsa.Event", "e", ("eventName", In.Text("Go")))
            .ScriptLine("w", "getLastResult()").Path("e", "w", "e");
        var opening =
            new Stimulus.Opened(Value.Map.Empty) { TriggerActivityId = "e", TriggerPayload = Value.Of("first") };
        var stage = new Stage(chart.Plan(), opening);
        Assert.Equal(("first", ProcedureStatus.Suspended), (stage.Lines, stage.Status));
        stage.World.Publish("Go", null, Value.Of("second"));
        Assert.Equal("first second", stage.Lines);
    }

    [Theory]
    [InlineData("", "False", "p other")]
    [InlineData("X", "False", "other")]
    [InlineData("", "True", "p")]
    public void A_published_event_reaches_all_procedures_the_correlated_ones_or_its_own(string correlation,
        string isLocal, string reached)
    {
        var waiting = new Chart().Wait("e").ScriptLine("w", "getWorkflowInstanceId()").Path("e", "w").Plan();
        var publish = new Chart().Add("Elsa.Start", "s").Wait("go")
            .Add("Elsa.PublishEvent", "pub", ("eventName", In.Text("e")),
                ("correlationId", In.Text(correlation)), ("isLocalEvent", In.Text(isLocal)))
            .Wait("e").ScriptLine("w", "getWorkflowInstanceId()").Path("s", "go", "pub").Path("s", "e", "w");
        var stage = new Stage(publish.Plan());
        stage.World.Open("other", waiting.Definition(), new Stimulus.Opened(Value.Map.Empty) { CorrelationId = "X" });
        Assert.Equal(reached, stage.Publish("go").Lines);
    }

    [Fact]
    public void RunTask_asks_an_outside_program_and_goes_on_with_its_report()
    {
        var chart = new Chart().Variable("r", "Object", "").Variable("id", "String", "")
            .Add("Elsa.RunTask", "t", ("taskName", In.Text("Translate")), ("payload", In.Json("{\"to\":\"fr\"}")),
                ("result", In.Output("r")), ("taskId", In.Output("id")))
            .ScriptLine("w", "getId() + ' ' + getR()").Path("t", "w");
        var stage = Stage.Play(chart);
        var asked = Assert.IsType<Dispatch.RunTask>(Assert.Single(stage.World.Steps[0].Dispatches));
        Assert.Equal(("Translate", "fr"), (asked.TaskName, ((Value.Map)asked.Payload)["to"].AsText));
        stage.World.Send("p", new Stimulus.TaskReported(asked.TaskId, Value.Of("fait")));
        Assert.Equal((asked.TaskId + " fait", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Theory]
    [InlineData("return 1 + 1;", "2 done")]
    [InlineData("'Yes'", "Yes yes")]
    [InlineData("'No'", "No done")]
    public void RunJavaScript_evaluates_one_expression_and_may_choose_a_branch(string script, string lines)
    {
        var chart = new Chart()
            .Add("Elsa.RunJavaScript", "js", ("script", In.Text(script)), ("possibleOutcomes", In.Json("[\"Yes\"]")))
            .ScriptLine("r1", "getLastResult()").ScriptLine("r2", "getLastResult()").Line("yes").Line("done")
            .Path("js:Yes", "r1", "yes").Path("js:Done", "r2", "done");
        Assert.Equal(lines, Stage.Play(chart).Lines);
    }

    [Fact]
    public void RunJavaScript_with_statements_is_an_incident()
    {
        var stage = Stage.Play(new Chart()
            .Add("Elsa.RunJavaScript", "js", ("script", In.Text("var a = 1; setOutcome('X')"))));
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
    }

    [Fact]
    public void The_placeholder_of_an_unknown_type_fails_with_its_name()
    {
        var stage = Stage.Play(new Chart().Add("Elsa.NotFoundActivity", "x", ("missingTypeName", "Acme.Fax")));
        Assert.Equal("The activity type Acme.Fax is not known here.", Assert.Single(stage.Incidents));
    }
}
