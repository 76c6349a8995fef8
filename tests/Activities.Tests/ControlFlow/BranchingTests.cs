using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

public sealed class BranchingTests
{
    [Theory]
    [InlineData("true", "then")]
    [InlineData("false", "else")]
    [InlineData("null", "else")]
    public void If_runs_one_of_its_activities(string condition, string lines)
    {
        var choice = Chart.Activity("Elsa.If", "if", ("condition", In.Script(condition)),
            ("then", Chart.WriteLine("t", "then")), ("else", Chart.WriteLine("e", "else")),
                ("result", In.Output("held")));
        var stage = new Stage(new Chart().Variable("held", "Object", "")
            .Plan() with { Root = Chart.List("Elsa.Sequence", "s", choice) });
        Assert.Equal((lines, ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void If_without_an_activity_for_the_case_goes_on() =>
        Assert.Equal("after", Stage.Play(new Chart().Add("Elsa.If", "if").Line("after").Path("if", "after")).Lines);

    [Theory]
    [InlineData("True", "yes")]
    [InlineData("False", "no")]
    public void A_decision_reads_what_Studio_writes(string literal, string lines) =>
        Assert.Equal(lines, Stage.Play(new Chart().Add("Elsa.FlowDecision", "d", ("condition", In.Text(literal)))
            .Line("yes").Line("no").Path("d:True", "yes").Path("d:False", "no")).Lines);

    [Theory]
    [InlineData(1, "MatchFirst", "one")]
    [InlineData(5, "MatchFirst", "big")]
    [InlineData(0, "MatchFirst", "other")]
    [InlineData(5, "MatchAny", "big huge")]
    public void A_flow_switch_leaves_by_the_labels_that_hold(int value, string mode, string lines)
    {
        var cases = new JsonArray(Case("One", $"{value} == 1"), Case("Big", $"{value} > 2"),
            Case("Huge", $"{value} > 4"));
        var chart = new Chart().Add("Elsa.FlowSwitch", "s", ("cases", cases), ("mode", In.Text(mode)))
            .Line("one").Line("big").Line("huge").Line("other")
            .Path("s:One", "one").Path("s:Big", "big").Path("s:Huge", "huge").Path("s:Default", "other");
        Assert.Equal(lines, Stage.Play(chart).Lines);
    }

    [Theory]
    [InlineData(1, "MatchFirst", "one")]
    [InlineData(5, "MatchFirst", "big")]
    [InlineData(0, "MatchFirst", "other")]
    [InlineData(5, "MatchAny", "big huge")]
    public void A_switch_runs_the_activities_of_the_cases_that_hold(int value, string mode, string lines)
    {
        var cases = new JsonArray(
            Case("One", $"{value} == 1", "one"), Case("Big", $"{value} > 2", "big"),
                Case("Huge", $"{value} > 4", "huge"));
        var choice = Chart.Activity("Elsa.Switch", "s", ("cases", cases), ("mode", In.Text(mode)),
            ("default", Chart.WriteLine("d", "other")));
        var stage = Stage.Play(Chart.List("Elsa.Sequence", "all", choice, Chart.WriteLine("after", "after")));
        Assert.Equal((lines + " after", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    private static JsonObject Case(string label, string condition, string? line = null) => new()
    {
        ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = condition },
        ["activity"] = line is null ? null : Chart.WriteLine("case-" + line, line),
    };

    [Theory]
    [InlineData("[\"A\",\"B\"]", "a b")]
    [InlineData("[\"B\"]", "b")]
    public void A_flow_fork_leaves_by_all_its_branches(string branches, string lines)
    {
        var chart = new Chart().Add("Elsa.FlowFork", "f", ("branches", In.Json(branches))).Line("a").Line("b");
        if (branches.Contains('A', StringComparison.Ordinal)) chart.Path("f:A", "a");
        Assert.Equal(lines, Stage.Play(chart.Path("f:B", "b")).Lines);
    }

    [Fact]
    public void A_sequence_runs_in_order_and_waits()
    {
        var stage = Stage.Play(Chart.List("Elsa.Sequence", "s", Chart.WriteLine("a", "1"),
            Chart.Activity("Elsa.Event", "e", ("eventName", In.Text("e"))), Chart.WriteLine("b", "2")));
        Assert.Equal(("1", "1 2"), (stage.Lines, stage.Publish("e").Lines));
        Assert.Equal(ProcedureStatus.Finished, stage.Status);
    }

    [Fact]
    public void Parallel_waits_for_all_its_activities()
    {
        var stage = Stage.Play(Chart.List("Elsa.Parallel", "p", Event("x"), Event("y"), Chart.WriteLine("w", "now")));
        Assert.Equal("now", stage.Lines);
        Assert.Equal(ProcedureStatus.Suspended, stage.Publish("y").Status);
        Assert.Equal(ProcedureStatus.Finished, stage.Publish("x").Status);
    }

    [Theory]
    [InlineData(null, ProcedureStatus.Suspended)]
    [InlineData("WaitAll", ProcedureStatus.Suspended)]
    [InlineData("WaitAny", ProcedureStatus.Finished)]
    public void Fork_waits_for_all_branches_or_for_the_first(string? mode, ProcedureStatus afterFirst)
    {
        var fork = Chart.Activity("Elsa.Fork", "f", ("joinMode", mode),
            ("branches", new JsonArray(Event("x"), Event("y"))));
        var stage = Stage.Play(fork);
        Assert.Equal(afterFirst, stage.Publish("y").Status);
        Assert.Equal(ProcedureStatus.Finished, stage.Publish("x").Status);
    }

    [Fact]
    public void A_container_runs_what_stands_in_it() =>
        Assert.Equal("in out", Stage.Play(new Chart().Add("Elsa.FlowNode", "n", ("body", Chart.WriteLine("w", "in")))
            .Line("out").Path("n", "out")).Lines);

    private static JsonObject Event(string name) => Chart.Activity("Elsa.Event", name, ("eventName", In.Text(name)));
}
