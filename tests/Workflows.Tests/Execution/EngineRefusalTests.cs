using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What comes too late or cannot be taken changes nothing, and says why.</summary>
public sealed class EngineRefusalTests
{
    private static Walk Asked() => new(new Sketch()
        .Node("Tiny.Ask", "ask").Node("Tiny.Say", "end").Arrows("ask:Yes>end").Read(TinyTypes.Catalog));

    [Fact]
    public void A_procedure_opens_once()
    {
        var step = Asked().Take(new Stimulus.Opened(Value.Map.Empty));
        Assert.True(step.IsIdle);
        Assert.Equal("The procedure is open already.", step.Refusal!.English);
    }

    [Fact]
    public void An_answer_to_an_unknown_task_is_refused_in_both_languages()
    {
        var step = Asked().Take(new Stimulus.TaskCompleted(99, "Yes", Value.Map.Empty));
        Assert.True(step.IsIdle);
        Assert.Contains("no longer asked", step.Refusal!.English, StringComparison.Ordinal);
        Assert.Contains("n'est plus demandée", step.Refusal.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_answer_leaves_the_task_open_for_a_better_one()
    {
        var walk = Asked();
        var refused = walk.Answer("no");
        Assert.True(refused.IsIdle);
        Assert.Equal("Pas cela.", refused.Refusal!.French);
        Assert.Empty(refused.Journal);
        Assert.Null(walk.Answer("Yes").Refusal);
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_task_is_answered_once()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Ask", "one").Node("Tiny.Ask", "two")
            .Arrows("begin>one", "begin>two").Read(TinyTypes.Catalog));
        var answer = new Stimulus.TaskCompleted(walk.Procedure.Waits[0].Id, "Yes", Value.Map.Empty);
        Assert.Null(walk.Take(answer).Refusal);
        Assert.NotNull(walk.Take(answer).Refusal);
        Assert.Single(walk.Procedure.Waits);
    }

    [Fact]
    public void Nothing_reaches_a_procedure_that_is_over()
    {
        var walk = Asked();
        walk.Answer("Yes");
        foreach (var stimulus in new Stimulus[]
                 {
                     new Stimulus.TimerDue(1), new Stimulus.Cancelled("late"),
                     new Stimulus.EventPublished("x", null, Value.Null),
                         new Stimulus.TaskCompleted(1, "Yes", Value.Map.Empty),
                 })
            Assert.Equal("The procedure is over.", walk.Take(stimulus).Refusal!.English);
    }

    [Fact]
    public void An_event_that_nobody_waits_for_changes_nothing()
    {
        var walk = Asked();
        Assert.True(walk.Take(new Stimulus.EventPublished("elsewhere", null, Value.Null)).IsIdle);
    }
}
