namespace Procedures.Expressions;

public class DayFunctionsTests
{
    [Theory]
    [InlineData("today()", "'2026-10-01'")]
    [InlineData("day('2026-1-5')", "'2026-01-05'")]
    [InlineData("day('2026-10-01T00:00:00+02:00')", "'2026-10-01'")]
    [InlineData("day('2026-10-01T14:30')", "'2026-10-01'")]
    [InlineData("addDays('2026-12-31', 1)", "'2027-01-01'")]
    [InlineData("addDays('2026-03-01', -1)", "'2026-02-28'")]
    [InlineData("addWeeks('2026-10-01', 6)", "'2026-11-12'")]
    [InlineData("addMonths('2026-01-31', 1)", "'2026-02-28'")]
    [InlineData("addMonths('2026-03-31', -12)", "'2025-03-31'")]
    [InlineData("addYears('2024-02-29', 1)", "'2025-02-28'")]
    [InlineData("daysBetween('2026-10-01', '2026-10-15')", "14")]
    [InlineData("daysBetween('2026-10-15', '2026-10-01')", "-14")]
    [InlineData("weekday('2026-10-01')", "4")]
    [InlineData("weekday('2026-10-04')", "7")]
    [InlineData("weekday('2026-10-05')", "1")]
    [InlineData("[yearOf(today()), monthOf(today()), dayOfMonth(today())]", "[2026, 10, 1]")]
    [InlineData("isBefore('2026-10-01', '2026-10-02')", "true")]
    [InlineData("isBefore('2026-10-01', '2026-10-01')", "false")]
    [InlineData("isAfter('2026-10-02', '2026-10-01')", "true")]
    [InlineData("minDay('2026-10-02', '2026-10-01', '2027-01-01')", "'2026-10-01'")]
    [InlineData("maxDay(['2026-10-02', '2026-10-01'])", "'2026-10-02'")]
    [InlineData("ageOn('1960-10-01', '2026-10-01')", "66")]
    [InlineData("ageOn('1960-10-02', '2026-10-01')", "65")]
    [InlineData("ageOn('2000-02-29', '2026-02-28')", "26")]
    public void Days_are_computed_on_the_calendar(string source, string expected) =>
        Assert.Equal(expected, Shown.Result(source));

    [Theory]
    [InlineData("new Date()")]
    [InlineData("new Date('2026-10-01').getTime()")]
    [InlineData("new Date")]
    [InlineData("Date.now()")]
    [InlineData("Date()")]
    public void There_is_no_clock(string source) => Assert.Contains("today()", Shown.Fault(source).Message);

    [Theory]
    [InlineData("day('2026-02-30')", "is no day")]
    [InlineData("day('soon')", "is no day")]
    [InlineData("day('2026-10-01T22:30:00Z')", "is no day")]
    [InlineData("day(undefined)", "undefined is none")]
    [InlineData("addDays(today(), 1.5)", "whole number")]
    [InlineData("addDays(today(), '1')", "whole number")]
    [InlineData("addDays(today(), 1e9)", "no such day")]
    [InlineData("addWeeks(today(), 2000000000)", "no such day")]
    [InlineData("addYears(today(), Infinity)", "no such day")]
    [InlineData("minDay()", "at least one day")]
    [InlineData("ageOn('2027-01-01', '2026-01-01')", "before the day of birth")]
    public void What_is_no_day_is_refused(string source, string reason) =>
        Assert.Contains(reason, Shown.Fault(source).Message);
}
