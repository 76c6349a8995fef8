using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class ParisTimeTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static TheoryData<int> Years() => [.. Enumerable.Range(1996, 45)];

    [Theory, MemberData(nameof(Years))]
    public void Every_quarter_of_an_hour_around_both_changes_agrees_with_the_time_zone_database(int year)
    {
        foreach (var month in new[] { 3, 10 })
            for (var instant = Utc(year, month, 22); instant < Utc(year, month, 22).AddDays(12);
                 instant = instant.AddMinutes(15))
            {
                var local = TimeZoneInfo.ConvertTime(instant, Paris);
                Assert.Equal(local.Offset, ParisTime.InParis(instant).Offset);
                Assert.Equal(DateOnly.FromDateTime(local.DateTime), ParisTime.DayOf(instant));
                AssertWall(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime));
            }
    }

    [Theory, MemberData(nameof(Years))]
    public void Every_midnight_of_a_year_agrees_with_the_time_zone_database(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            AssertWall(day, TimeOnly.MinValue);
            Assert.Equal(day, ParisTime.DayOf(ParisTime.StartOf(day)));
            Assert.Equal(day.AddDays(-1), ParisTime.DayOf(ParisTime.StartOf(day).AddTicks(-1)));
        }
    }

    [Fact]
    public void The_hour_that_March_leaves_out_is_moved_forward()
    {
        var moved = ParisTime.At(Day("2026-03-29"), new TimeOnly(2, 30));
        Assert.Equal(Utc(2026, 3, 29).AddHours(1.5), moved);
        Assert.Equal(new TimeOnly(3, 30), TimeOnly.FromDateTime(ParisTime.InParis(moved).DateTime));
    }

    [Fact]
    public void Of_the_hour_that_October_repeats_the_first_is_meant() =>
        Assert.Equal(Utc(2026, 10, 25).AddHours(0.5), ParisTime.At(Day("2026-10-25"), new TimeOnly(2, 30)));

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-06-22", 24)]
    public void The_day_of_a_change_is_shorter_or_longer(string day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours),
            ParisTime.StartOf(Day(day).AddDays(1)) - ParisTime.StartOf(Day(day)));

    private static void AssertWall(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        var offset = Paris.IsInvalidTime(wall) ? TimeSpan.FromHours(1)
            : Paris.IsAmbiguousTime(wall) ? Paris.GetAmbiguousTimeOffsets(wall).Max()
            : Paris.GetUtcOffset(wall);
        var found = ParisTime.At(day, time);
        Assert.Equal(new DateTimeOffset(wall, offset), found);
        Assert.Equal(TimeSpan.Zero, found.Offset);
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
