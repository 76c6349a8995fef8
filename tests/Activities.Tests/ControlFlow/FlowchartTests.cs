using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

public sealed class FlowchartTests
{
    [Fact]
    public void An_empty_flowchart_completes() =>
        Assert.Equal(ProcedureStatus.Finished, Stage.Play(new Chart()).Status);

    [Fact]
    public void A_Start_activity_comes_before_an_earlier_one_without_arrows() =>
        Assert.Equal("b", Stage.Play(new Chart().Line("a").Add("Elsa.Start", "s").Line("b").Path("s", "b")).Lines);

    [Fact]
    public void Without_a_start_the_first_activity_without_inbound_arrows_begins() =>
        Assert.Equal("b a", Stage.Play(new Chart().Line("a").Line("b").Path("b", "a")).Lines);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_arrows_from_one_port_are_all_followed(bool tokens)
    {
        var chart = new Chart().Line("s").Line("a").Line("b").Line("c").Path("s", "a", "c").Path("s", "b", "c");
        Assert.Equal("s a b c", new Stage(chart.Plan() with { UsesTokens = tokens }).Lines);
    }

    [Fact]
    public void Stream_looks_only_one_activity_back_so_longer_branches_arrive_one_by_one()
    {
        var chart = new Chart().Add("Elsa.Start", "s").Wait("x").Wait("y").Line("a").Line("b").Line("join")
            .Path("s", "x", "a", "join").Path("s", "y", "b", "join");
        var stage = new Stage(chart.Plan() with { UsesTokens = true });
        Assert.Equal(("a join", "a join b join"), (stage.Publish("x").Lines, stage.Publish("y").Lines));
    }

    [Fact]
    public void Dead_paths_are_passed_on_through_several_activities()
    {
        var chart = new Chart().Decision("d", "true").Line("a").Line("b").Line("c").Line("join")
            .Path("d:True", "join").Path("d:False", "a", "b", "c", "join");
        Assert.Equal("join", Stage.Play(chart).Lines);
    }

    [Fact]
    public void A_loop_that_enters_past_its_head_is_an_incident()
    {
        var chart = new Chart().Add("Elsa.Start", "s").Line("a").Line("b").Decision("d", "true")
            .Path("s", "a").Path("s", "b").Path("a", "d").Path("b", "d:True", "a");
        var stage = Stage.Play(chart);
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
        Assert.Contains("Invalid loop", Assert.Single(stage.Incidents), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Elsa.End", "in out", ProcedureStatus.Finished)]
    [InlineData("Elsa.Complete", "in", ProcedureStatus.Finished)]
    [InlineData("Elsa.Finish", "in", ProcedureStatus.Finished)]
    public void Terminal_activities_in_a_nested_flowchart(string type, string lines, ProcedureStatus status)
    {
        var inner = new Chart("inner").Line("in").Wait("never").Add(type, "stop").Path("in", "never")
            .Path("in", "stop").Root();
        var chart = new Chart().Add("Elsa.FlowNode", "n", ("body", inner)).Line("out").Path("n", "out");
        var stage = Stage.Play(chart);
        Assert.Equal((lines, status), (stage.Lines, stage.Status));
        Assert.True(stage.Happened(JournalEvent.Completed, "stop"));
        Assert.True(stage.Happened(JournalEvent.Cancelled, "never"));
    }

    [Fact]
    public void Flowcharts_may_be_nested_sixty_levels_deep()
    {
        var chart = new Chart("c0").Line("deep").Root();
        for (var i = 1; i < 60; i++)
            chart = new Chart($"c{i}").Add("Elsa.FlowNode", $"n{i}", ("body", chart)).Root();
        var stage = Stage.Play(chart);
        Assert.Equal(("deep", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Theory]
    [InlineData(false, ProcedureStatus.Faulted, "a")]
    [InlineData(true, ProcedureStatus.Suspended, "a b")]
    public void An_incident_ends_the_procedure_or_leaves_the_other_branches(bool continues, ProcedureStatus status,
        string lines)
    {
        var chart = new Chart().Line("a").Add("Elsa.Fault", "f", ("message", In.Text("broken"))).Line("b").Line("never")
            .Path("a", "f", "never").Path("a", "b");
        var stage = new Stage(chart.Plan() with { ContinuesWithIncidents = continues });
        Assert.Equal((status, lines, "broken"), (stage.Status, stage.Lines, Assert.Single(stage.Incidents)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_join_behind_a_failed_branch_waits_for_ever(bool tokens)
    {
        var chart = new Chart().Add("Elsa.Start", "s").Add("Elsa.Fault", "f").Line("b")
            .Add("Elsa.FlowJoin", "j", ("mode", In.Text("WaitAll"))).Line("after")
            .Path("s", "f").Path("s", "b", "j", "after");
        chart.Add("Elsa.WriteLine", "x").Path("b", "x");
        var stage = new Stage(chart.Plan() with { ContinuesWithIncidents = true, UsesTokens = tokens });
        Assert.Equal(ProcedureStatus.Suspended, stage.Status);
    }

    [Fact]
    public void A_loop_of_arrows_without_a_wait_becomes_an_incident()
    {
        var stage = Stage.Play(new Chart().Add("Elsa.Start", "s").Line("a").Line("b").Path("s", "a", "b", "a"));
        Assert.Equal(ProcedureStatus.Faulted, stage.Status);
        Assert.Contains("endless loop", Assert.Single(stage.Incidents), StringComparison.Ordinal);
    }
}
