using System.Globalization;
using Procedures.Activities.Scheduling;

namespace Procedures.Tests.Scheduling;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("* * * * *", "2026-03-02 08:00:00", "2026-03-02 08:01:00")]
    [InlineData("* * * * *", "2026-03-02 08:00:59", "2026-03-02 08:01:00")]
    [InlineData("* * * * * *", "2026-03-02 08:00:59", "2026-03-02 08:01:00")]
    [InlineData("*/20 * * * * *", "2026-03-02 08:00:00", "2026-03-02 08:00:20")]
    [InlineData("30 8 * * *", "2026-03-02 08:30:00", "2026-03-03 08:30:00")]
    [InlineData("0 0 1 1 *", "2026-03-02 08:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 29 2 *", "2026-03-02 08:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 29 2 *", "2096-03-01 00:00:00", "2104-02-29 00:00:00")]
    [InlineData("0 9 * * MON-FRI", "2026-03-06 09:00:00", "2026-03-09 09:00:00")]
    [InlineData("0 9 * * 1,3", "2026-03-02 09:00:00", "2026-03-04 09:00:00")]
    [InlineData("0 9 * * 7", "2026-03-02 09:00:00", "2026-03-08 09:00:00")]
    [InlineData("0 9 * * 5-7", "2026-03-06 09:00:00", "2026-03-07 09:00:00")]
    [InlineData("0 9 * * FRI-MON", "2026-03-03 09:00:00", "2026-03-06 09:00:00")]
    [InlineData("0 22-2 * * *", "2026-03-02 23:00:00", "2026-03-03 00:00:00")]
    [InlineData("0 0 * nov-feb *", "2026-03-02 08:00:00", "2026-11-01 00:00:00")]
    [InlineData("5/15 * * * *", "2026-03-02 08:20:00", "2026-03-02 08:35:00")]
    [InlineData("10-30/10 * * * *", "2026-03-02 08:30:00", "2026-03-02 09:10:00")]
    [InlineData("0 0 L * *", "2026-02-02 08:00:00", "2026-02-28 00:00:00")]
    [InlineData("0 0 L-3 * *", "2026-03-02 08:00:00", "2026-03-28 00:00:00")]
    [InlineData("0 0 LW * *", "2026-02-02 08:00:00", "2026-02-27 00:00:00")]
    [InlineData("0 0 15W * *", "2026-03-02 08:00:00", "2026-03-16 00:00:00")]
    [InlineData("0 0 1W * *", "2026-08-01 00:00:00", "2026-08-03 00:00:00")]
    [InlineData("0 0 31W * *", "2026-04-01 00:00:00", "2026-05-29 00:00:00")]
    [InlineData("0 0 * * 5L", "2026-03-02 08:00:00", "2026-03-27 00:00:00")]
    [InlineData("0 0 * * FRI#2", "2026-03-02 08:00:00", "2026-03-13 00:00:00")]
    [InlineData("0 0 * * 1#5", "2026-03-02 08:00:00", "2026-03-30 00:00:00")]
    [InlineData("0 0 13 * FRI", "2026-03-14 00:00:00", "2026-11-13 00:00:00")]
    [InlineData("0 0 ? * ?", "2026-03-02 08:00:00", "2026-03-03 00:00:00")]
    [InlineData("@yearly", "2026-03-02 08:00:00", "2027-01-01 00:00:00")]
    [InlineData("@Weekly", "2026-03-02 08:00:00", "2026-03-08 00:00:00")]
    [InlineData("@every_second", "2026-12-31 23:59:59", "2027-01-01 00:00:00")]
    public void The_next_moment_is_found(string expression, string after, string next) =>
        Assert.Equal(Utc(next), CronExpression.Parse(expression).Next(Utc(after)));

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    [InlineData("0 0 1 * 1#2")]
    public void What_never_comes_is_not_found(string expression) =>
        Assert.Null(CronExpression.Parse(expression).Next(Utc("2026-03-02 08:00:00")));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * 32 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("* * * * 1#6")]
    [InlineData("* * * * MO")]
    [InlineData("*/0 * * * *")]
    [InlineData("*/x * * * *")]
    [InlineData("1- * * * *")]
    [InlineData("1,,2 * * * *")]
    [InlineData("? * * * *")]
    [InlineData("* * L+1 * *")]
    [InlineData("@fortnightly")]
    [InlineData("-1 * * * *")]
    public void What_is_no_cron_expression_is_refused(string expression) =>
        Assert.Throws<CronSyntaxException>(() => CronExpression.Parse(expression));

    [Fact]
    public void Local_moments_are_taken_as_the_instants_they_are() =>
        Assert.Equal(Utc("2026-07-01 08:00:00"), CronExpression.Parse("0 8 * * *")
            .Next(new DateTimeOffset(2026, 7, 1, 9, 30, 0, TimeSpan.FromHours(2))));

    [Fact]
    public void A_search_minute_by_minute_finds_the_same_moments()
    {
        const int seed = 20260302;
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var (minute, hour) = (random.Next(60), random.Next(24));
            var (day, weekDay) = (random.Next(1, 29), random.Next(7));
            var (expression, holds) = random.Next(4) switch
            {
                0 => ($"{minute} */{hour + 1} * * *",
                    (Func<DateTimeOffset, bool>)(t => t.Minute == minute && t.Hour % (hour + 1) == 0)),
                1 => ($"{minute} {hour} {day} * *", t => t.Minute == minute && t.Hour == hour && t.Day == day),
                2 => ($"{minute} {hour} * * {weekDay}", t =>
                    t.Minute == minute && t.Hour == hour && (int)t.DayOfWeek == weekDay),
                _ => ($"{minute}-59 {hour} */{day} * *", t =>
                    t.Minute >= minute && t.Hour == hour && (t.Day - 1) % day == 0),
            };
            var after = Utc("2026-01-01 00:00:00").AddMinutes(random.Next(500_000));
            var expected = after.AddMinutes(1);
            while (!holds(expected)) expected = expected.AddMinutes(1);
            var found = CronExpression.Parse(expression).Next(after);
            Assert.True(expected == found,
                $"seed {seed}: {expression} after {after:u}: {expected:u} expected, {found:u} found");
        }
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
}
