namespace Procedures.Execution;

/// <summary>Timers come when they are due, once, whatever has happened in between.</summary>
public sealed class TimerTests
{
    private static Walk Resting() => new(new Sketch()
        .Node("Tiny.Rest", "rest", ("hours", "48")).Node("Tiny.Say", "awake").Arrows("rest>awake")
            .Read(TinyTypes.Catalog));

    [Fact]
    public void A_timer_that_is_not_due_changes_nothing() =>
        Assert.True(Resting().After(TimeSpan.FromHours(47)).Take(new Stimulus.TimerDue(1)).IsIdle);

    [Fact]
    public void A_timer_that_is_due_resumes_its_activity()
    {
        var walk = Resting();
        Assert.Equal(["awake"], walk.After(TimeSpan.FromHours(48)).Take(new Stimulus.TimerDue(1)).Lines.ToArray());
    }

    [Fact]
    public void A_timer_that_comes_long_after_its_moment_still_counts()
    {
        var walk = Resting();
        walk.After(TimeSpan.FromDays(400)).Take(new Stimulus.TimerDue(1));
        Assert.Equal(ProcedureStatus.Finished, walk.Procedure.Status);
    }

    [Fact]
    public void A_timer_of_a_wait_that_has_ended_does_nothing()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Say", "begin").Node("Tiny.Rest", "rest").Node("Tiny.Ask", "ask")
            .Arrows("begin>rest", "begin>ask").Read(TinyTypes.Catalog));
        walk.After(TimeSpan.FromHours(1)).Take(new Stimulus.TimerDue(1));
        Assert.True(walk.Take(new Stimulus.TimerDue(1)).IsIdle);
    }

    [Fact]
    public void After_a_long_silence_one_reminder_goes_out_and_the_expiry_is_handled_once()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask", ("deadline", "nlt 2026-03-20"))
            .Read(TinyTypes.Catalog));
        var step = walk.After(TimeSpan.FromDays(60)).Take(new Stimulus.TimerDue(1));
        Assert.Equal([LetterKind.Overdue, LetterKind.Escalation], step.Letters.Select(l => l.Kind).Order());
        Assert.True(walk.Take(new Stimulus.TimerDue(1)).IsIdle);
    }

    [Fact]
    public void An_expired_task_leaves_by_its_branch_on_the_day_after_the_last()
    {
        var walk = new Walk(new Sketch()
            .Node("Tiny.Ask", "ask", ("deadline", "nlt 2026-03-20"), ("onExpiry", "Branch")).Node("Tiny.Say", "late")
            .Arrows("ask:Expired>late").Read(TinyTypes.Catalog));
        walk.After(new DateTimeOffset(2026, 3, 20, 22, 59, 59, TimeSpan.Zero) - Walk.Noon)
            .Take(new Stimulus.TimerDue(1));
        Assert.Empty(walk.Lines);
        walk.After(TimeSpan.FromSeconds(1)).Take(new Stimulus.TimerDue(1));
        Assert.Equal(["late"], walk.Lines);
    }
}
