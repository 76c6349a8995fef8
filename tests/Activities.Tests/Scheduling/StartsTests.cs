using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>When Timer, StartAt and Cron next start a procedure, from the definition alone.</summary>
public sealed class StartsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 60)]
    [InlineData(60, 120)]
    [InlineData(61, 120)]
    [InlineData(600, 660)]
    public void A_timer_keeps_its_beat(int minutesLate, int nextMinute) => Assert.Equal(
        Now.AddMinutes(nextMinute),
        Next(new Timer(), "Elsa.Timer", "interval", "01:00:00", Now.AddMinutes(minutesLate), previous: Now));

    [Fact]
    public void A_timer_first_waits_its_interval() =>
        Assert.Equal(Now.AddHours(1), Next(new Timer(), "Elsa.Timer", "interval", "01:00:00", Now));

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-01:00:00")]
    [InlineData("soon")]
    public void A_timer_without_a_length_is_refused(string interval) =>
        Assert.Throws<ActivityFault>(() => Next(new Timer(), "Elsa.Timer", "interval", interval, Now));

    [Fact]
    public void A_moment_starts_once_and_only_when_it_is_still_to_come()
    {
        const string moment = "2026-03-02T10:00:00Z";
        Assert.Equal(Now.AddHours(1), Next(new StartAt(), "Elsa.StartAt", "dateTime", moment, Now));
        Assert.Null(Next(new StartAt(), "Elsa.StartAt", "dateTime", moment, Now.AddHours(1)));
        Assert.Null(Next(new StartAt(), "Elsa.StartAt", "dateTime", moment, Now, previous: Now));
    }

    [Fact]
    public void An_expression_names_the_next_moment_after_now_whatever_was_missed() => Assert.Equal(
        Now.AddDays(3).AddHours(1),
        Next(new Cron(), "Elsa.Cron", "cronExpression", "0 10 * * *", Now.AddDays(3), previous: Now));

    [Fact]
    public void What_is_computed_cannot_start_anything() => Assert.Contains(
        "cannot be computed",
        Assert.Throws<ActivityFault>(() =>
            Next(new Cron(), "Elsa.Cron", "cronExpression", "'* * * * *'", Now, syntax: "JavaScript"))
            .Message, StringComparison.Ordinal);

    private static DateTimeOffset? Next(
        ActivityType type, string typeName, string member, string value, DateTimeOffset after,
        DateTimeOffset? previous = null, string syntax = "Literal")
    {
        var json = $$$"""
            {"id":"v1","definitionId":"d","version":1,"name":"d","root":{"id":"a","type":"{{{typeName}}}","version":1,
             "{{{member}}}":{"typeName":null,"expression":{"type":"{{{syntax}}}","value":"{{{value}}}"} } } }
            """;
        var node = new DefinitionReader(ElsaActivities.Catalog).Read(json).Definition!.Root;
        return type.NextStart(node, after, previous);
    }
}
