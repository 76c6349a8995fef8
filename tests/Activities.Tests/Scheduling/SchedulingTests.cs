using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.Scheduling;

public sealed class SchedulingTests
{
    private static Stage Play(string type, string member, string value) =>
        Stage.Play(new Chart().Add(type, "t", (member, In.Text(value))).Line("after").Path("t", "after"));

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "15.00:00:00", "2026-03-17T08:00:00Z")]
    [InlineData("Elsa.Timer", "interval", "00:00:30", "2026-03-02T08:00:30Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-05-20T09:00:00+02:00", "2026-05-20T07:00:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-05-20T09:00:00", "2026-05-20T07:00:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "5/20/2026 9:00:00 AM", "2026-05-20T07:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 9 * * *", "2026-03-02T09:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 8 * * *", "2026-03-03T08:00:00Z")]
    public void Time_activities_wait_until_their_moment_once(string type, string member, string value, string moment)
    {
        var (stage, until) = (Play(type, member, value), DateTimeOffset.Parse(moment, null));
        Assert.Equal(until, Assert.Single(stage.Procedure.Waits).WakeAt);
        stage.World.AdvanceTo(until.AddSeconds(-1));
        Assert.Equal("", stage.Lines);
        stage.World.AdvanceTo(until);
        Assert.Equal(("after", ProcedureStatus.Finished), (stage.Lines, stage.Status));
    }

    [Fact]
    public void A_delay_that_was_never_touched_is_one_minute() =>
        Assert.Equal(Stage.Begin.AddMinutes(1),
            Assert.Single(Stage.Play(new Chart().Add("Elsa.Delay", "d")).Procedure.Waits).WakeAt);

    [Fact]
    public void A_moment_in_the_past_is_not_waited_for() =>
        Assert.Equal("after", Play("Elsa.StartAt", "dateTime", "2020-01-01T00:00:00Z").Lines);

    [Theory]
    [InlineData("Elsa.StartAt")]
    [InlineData("Elsa.Timer")]
    [InlineData("Elsa.Cron")]
    public void The_trigger_that_started_the_procedure_does_not_wait(string type)
    {
        var chart = new Chart().Add(type, "t").Line("after").Path("t", "after");
        var stage = new Stage(chart.Plan(), new Stimulus.Opened(Value.Map.Empty) { TriggerActivityId = "t" });
        Assert.Equal("after", stage.Lines);
    }

    [Theory]
    [InlineData("61 * * * *", "cannot be read")]
    [InlineData("0 0 30 2 *", "names no moment to come")]
    public void A_cron_expression_that_cannot_be_met_is_an_incident(string expression, string message) =>
        Assert.Contains(message, Assert.Single(Play("Elsa.Cron", "cronExpression", expression).Incidents),
            StringComparison.Ordinal);

    [Fact]
    public void A_start_without_a_moment_is_an_incident() =>
        Assert.Equal(ProcedureStatus.Faulted, Stage.Play(new Chart().Add("Elsa.StartAt", "t")).Status);
}
