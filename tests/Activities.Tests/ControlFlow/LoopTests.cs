using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

public sealed class LoopTests
{
    private static JsonObject For(int start, int end, int step, string inclusive, JsonObject body) =>
        Chart.Activity("Elsa.For", "for", ("start", In.Text($"{start}")), ("end", In.Text($"{end}")),
            ("step", In.Text($"{step}")), ("outerBoundInclusive", In.Text(inclusive)), ("body", body));

    [Theory]
    [InlineData(0, 3, 1, "True", "0 1 2 3")]
    [InlineData(0, 3, 1, "False", "0 1 2")]
    [InlineData(0, 5, 2, "True", "0 2 4")]
    [InlineData(3, 1, -1, "True", "3 2 1")]
    [InlineData(3, 1, -1, "False", "3 2")]
    [InlineData(3, 1, 1, "True", "")]
    [InlineData(2, 2, 1, "True", "2")]
    [InlineData(2, 2, 1, "False", "")]
    public void For_counts_up_and_down(int start, int end, int step, string inclusive, string lines)
    {
        var stage = Stage.Play(For(start, end, step, inclusive, Chart.WriteScript("w", "getCurrentValue()")));
        Assert.Equal((lines, ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void For_without_inputs_runs_once_for_zero() =>
        Assert.Equal("0", Stage.Play(Chart.Activity("Elsa.For", "for",
            ("body", Chart.WriteScript("w", "getCurrentValue()")))).Lines);

    [Fact]
    public void ForEach_shows_value_and_index_to_its_body()
    {
        var stage = Stage.Play(ForEach("each", "['a', 'b']",
            Chart.WriteScript("w", "`${getCurrentIndex()}${getCurrentValue()}`")));
        Assert.Equal(("0a 1b", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void ForEach_reads_a_list_that_Studio_wrote_as_text() =>
        Assert.Equal("x y", Stage.Play(Chart.Activity("Elsa.ForEach", "each", ("items", In.Text("[\"x\",\"y\"]")),
            ("body", Chart.WriteScript("w", "getCurrentValue()")))).Lines);

    [Fact]
    public void ForEach_hands_its_value_to_the_bound_variable()
    {
        var body = Chart.WriteScript("w", "getName()");
        var each = ForEach("each", "['a', 'b']", body);
        each["currentValue"] = In.Output("name");
        var chart = new Chart().Variable("name", "String", "none");
        Assert.Equal("a b", new Stage(chart.Plan() with { Root = each }).Lines);
    }

    [Fact]
    public void A_list_that_the_body_changes_keeps_the_turns_it_had()
    {
        var body = new Chart("body").Set("grow", "list", "[...getList(), 9]").Line("w", "turn").Path("grow", "w")
            .Root();
        var chart = new Chart().Variable("list", "Object[]", "[1,2]");
        Assert.Equal("turn turn", new Stage(chart.Plan() with { Root = ForEach("each", "getList()", body) }).Lines);
    }

    [Fact]
    public void Nested_loops_hide_the_values_of_outer_ones()
    {
        var inner = ForEach("inner", "[1, 2]", Chart.WriteScript("w", "`in${getCurrentValue()}`"));
        var body = Chart.List("Elsa.Sequence", "both", inner, Chart.WriteScript("o", "`out${getCurrentValue()}`"));
        Assert.Equal("in1 in2 outa in1 in2 outb", Stage.Play(ForEach("outer", "['a', 'b']", body)).Lines);
    }

    [Fact]
    public void While_examines_its_condition_each_turn()
    {
        var body = new Chart("body").ScriptLine("w", "getN()").Set("add", "n", "getN() + 1").Path("w", "add").Root();
        var loop = Chart.Activity("Elsa.While", "while", ("condition", In.Script("getN() < 3")), ("body", body));
        var stage = new Stage(new Chart().Variable("n", "Int32", "0").Plan() with { Root = loop });
        Assert.Equal(("0 1 2", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void A_loop_waits_for_its_body_in_each_turn()
    {
        var stage = Stage.Play(ForEach("each", "['a', 'b']", new Chart("body").Wait("e")
            .ScriptLine("w", "getCurrentValue()").Path("e", "w").Root()));
        Assert.Equal("", stage.Lines);
        Assert.Equal("a", stage.Publish("e").Lines);
        Assert.Equal("a b", stage.Publish("e").Lines);
        Assert.Equal(ProcedureStatus.Finished, stage.Status);
    }

    [Fact]
    public void ParallelForEach_runs_all_items_side_by_side_and_waits_for_all()
    {
        var body = new Chart("body").Add("Elsa.Event", "e", ("eventName", In.Script("getCurrentValue()")))
            .ScriptLine("w", "`${getCurrentIndex()}${getCurrentValue()}`").Path("e", "w").Root();
        var stage = Stage.Play(Chart.Activity("Elsa.ParallelForEach", "each",
            ("items", In.Json("[\"a\",\"b\",\"c\"]")), ("body", body)));
        Assert.Equal(["e", "e", "e"], stage.Waiting);
        Assert.Equal("1b 0a", stage.Publish("b", "a").Lines);
        Assert.Equal(ProcedureStatus.Suspended, stage.Status);
        Assert.Equal(("1b 0a 2c", ProcedureStatus.Finished), (stage.Publish("c").Lines, stage.Status));
    }

    [Theory]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    [InlineData("Elsa.For")]
    [InlineData("Elsa.While")]
    public void A_loop_without_a_body_or_turns_completes(string type) =>
        Assert.Equal(ProcedureStatus.Finished, Stage.Play(Chart.Activity(type, "loop")).Status);

    [Fact]
    public void An_endless_loop_becomes_an_incident_and_not_a_hang()
    {
        var loop = Chart.Activity("Elsa.While", "while", ("condition", In.Text("True")),
            ("body", Chart.WriteLine("w", "x")));
        var stage = Stage.Play(loop);
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
        Assert.Contains("endless loop", Assert.Single(stage.Incidents), StringComparison.Ordinal);
    }

    internal static JsonObject ForEach(string id, string items, JsonObject body) =>
        Chart.Activity("Elsa.ForEach", id, ("items", In.Script(items)), ("body", body));
}
