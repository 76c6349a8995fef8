using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// The engine is a function: it changes nothing that it is given and never answers twice differently.
/// </summary>
public sealed class PurityTests
{
    private static readonly ProcedureJson Json = new(_ => null);

    [Fact]
    public void The_same_state_stimulus_and_moment_give_the_same_step()
    {
        foreach (var step in CourseOfManyKinds())
        {
            var again = TinyTypes.Engine.Advance(step.Before, step.Stimulus!, step.After.ChangedAt);
            Assert.Equal(Json.Write(step.After), Json.Write(again.After));
            Assert.Equal(step.Journal.Select(e => e.Hash), again.Journal.Select(e => e.Hash));
            Assert.Equal(step.Lines.ToArray(), again.Lines.ToArray());
            Assert.Equal(step.Letters.Select(Json.Write), again.Letters.Select(Json.Write));
        }
    }

    [Fact]
    public void The_state_before_a_step_stays_as_it_was()
    {
        foreach (var step in CourseOfManyKinds())
        {
            var before = Json.Write(step.Before);
            TinyTypes.Engine.Advance(step.Before, step.Stimulus!, step.After.ChangedAt.AddDays(30));
            Assert.Equal(before, Json.Write(step.Before));
        }
    }

    [Fact]
    public void The_offset_of_a_moment_means_nothing()
    {
        var draft = Procedure.Draft("p", new Sketch().Node("Tiny.Rest", "rest").Read(TinyTypes.Catalog));
        var opening = new Stimulus.Opened(Value.Map.Empty);
        var utc = TinyTypes.Engine.Advance(draft, opening, Walk.Noon);
        var tokyo = TinyTypes.Engine.Advance(draft, opening, Walk.Noon.ToOffset(TimeSpan.FromHours(9)));
        Assert.Equal(Json.Write(utc.After), Json.Write(tokyo.After));
    }

    private static IEnumerable<Step> CourseOfManyKinds()
    {
        var walk = new Walk(new Sketch()
            .Node("Tiny.Say", "begin").Node("Tiny.Ask", "ask", ("deadline", "nlt 2026-03-20")).Node("Tiny.Rest", "rest")
            .Node("Tiny.Hear", "hear").Node("Tiny.Say", "end")
            .Arrows("begin>ask", "begin>rest", "ask:Yes>hear", "rest>hear", "hear>end").Read(TinyTypes.Catalog));
        walk.After(TimeSpan.FromDays(16)).Take(new Stimulus.TimerDue(1));
        walk.Take(new Stimulus.TimerDue(2));
        walk.Answer("Yes");
        walk.Take(new Stimulus.EventPublished("hear", null, Value.Of("loud")));
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
        return walk.Steps;
    }
}
