using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

public sealed class BreakTests
{
    private static readonly JsonObject Break = Chart.Activity("Elsa.Break", "break");

    private static JsonObject BreakAt(string value, string id = "if") => Chart.Activity("Elsa.If", id,
        ("condition", In.Script($"getCurrentValue() == '{value}'")),
            ("then", Chart.Activity("Elsa.Break", id + "-break")));

    [Fact]
    public void Break_leaves_the_loop_and_not_the_procedure()
    {
        var body = new Chart("body").ScriptLine("w", "getCurrentValue()").Decision("d", "getCurrentValue() == 'b'")
            .Add("Elsa.Break", "break").Path("w", "d:True", "break").Root();
        var stage = Stage.Play(Chart.List("Elsa.Sequence", "all", LoopTests.ForEach("each", "['a','b','c']", body),
            Chart.WriteLine("after", "after")));
        Assert.Equal(("a b after", ProcedureStatus.Finished), (stage.Lines, stage.Status));
        Assert.True(stage.Happened(JournalEvent.Completed, "break"));
    }

    [Fact]
    public void Break_skips_the_rest_of_the_body_wherever_it_stands()
    {
        var body = Chart.List("Elsa.Sequence", "body", BreakAt("b"), Chart.WriteScript("w", "getCurrentValue()"));
        Assert.Equal("a", Stage.Play(LoopTests.ForEach("each", "['a','b','c']", body)).Lines);
    }

    [Fact]
    public void Break_leaves_the_nearest_loop_only()
    {
        var inner = LoopTests.ForEach("inner", "['x','y']",
            Chart.List("Elsa.Sequence", "in", BreakAt("y"), Chart.WriteScript("w", "getCurrentValue()")));
        Assert.Equal("x x", Stage.Play(LoopTests.ForEach("outer", "[1, 2]", inner)).Lines);
    }

    [Fact]
    public void Break_cancels_what_the_body_still_waits_for()
    {
        var body = new Chart("body").Add("Elsa.Start", "s").Wait("slow").Wait("stop").Add("Elsa.Break", "break")
            .Path("s", "slow").Path("s", "stop", "break").Root();
        var stage = Stage.Play(LoopTests.ForEach("each", "[1, 2]", body));
        Assert.Equal(["slow", "stop"], stage.Waiting);
        stage.Publish("stop");
        Assert.Equal(ProcedureStatus.Finished, stage.Status);
        Assert.True(stage.Happened(JournalEvent.Cancelled, "slow"));
    }

    [Theory]
    [InlineData("Elsa.While")]
    [InlineData("Elsa.For")]
    public void Break_leaves_every_kind_of_loop(string type)
    {
        var loop = Chart.Activity(type, "loop", ("condition", In.Text("True")), ("end", In.Text("5")),
            ("body", Chart.List("Elsa.Sequence", "body", Chart.WriteLine("w", "once"), (JsonObject)Break.DeepClone())));
        foreach (var unused in type == "Elsa.While" ? (string[])["end"] : ["condition"]) loop.Remove(unused);
        Assert.Equal(("once", ProcedureStatus.Finished), (Stage.Play(loop).Lines, Stage.Play(loop).Status));
    }

    [Fact]
    public void Break_outside_a_loop_completes_its_flowchart() =>
        Assert.Equal("a", Stage.Play(new Chart().Line("a").Add("Elsa.Break", "break").Path("a", "break")).Lines);
}
