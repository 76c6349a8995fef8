namespace Procedures.Activities.Scheduling;

/// <summary>The days of a month that a cron expression's day fields name.</summary>
internal static class CronDays
{
    /// <summary>A test for the field "day of the month": numbers, L, L-3, LW, 15W.</summary>
    public static Func<DateOnly, bool> OfMonth(string text)
    {
        if (text.StartsWith('L') || text.StartsWith('l')) return FromLast(text[1..]);
        if (text.Length > 1 && text[^1] is 'W' or 'w')
        {
            var day = CronField.Day.Number(text[..^1]);
            return date => day <= LengthOf(date) && date.Day == NearestWorkday(date, day);
        }
        var bits = CronField.Day.Read(text);
        return date => (bits >> date.Day & 1) != 0;
    }

    /// <summary>
    /// A test for the field "day of the week": numbers and names, 5L (the last Friday), 5#2 (the second).
    /// </summary>
    public static Func<DateOnly, bool> OfWeek(string text)
    {
        if (text.Length > 1 && text[^1] is 'L' or 'l' && !text.Contains(',', StringComparison.Ordinal))
        {
            var last = CronField.WeekDay.Number(text[..^1]) % 7;
            return date => (int)date.DayOfWeek == last && date.Day + 7 > LengthOf(date);
        }
        if (text.Split('#') is [var day, var count])
        {
            var (weekDay, nth) = (CronField.WeekDay.Number(day) % 7, Nth(count));
            return date => (int)date.DayOfWeek == weekDay && (date.Day - 1) / 7 + 1 == nth;
        }
        var bits = CronField.WeekDay.Read(text);
        return date => (bits >> (int)date.DayOfWeek & 1) != 0;
    }

    private static Func<DateOnly, bool> FromLast(string rest)
    {
        var isWorkday = rest.EndsWith('W') || rest.EndsWith('w');
        if (isWorkday) rest = rest[..^1];
        var back = rest.Length == 0 ? 0
            : rest[0] == '-' && int.TryParse(rest.AsSpan(1), out var days) && days is >= 0 and <= 30 ? days
            : throw new CronSyntaxException((
                $"“L{rest}” is no day of the month (L, L-3, LW).",
                $"« L{rest} » n'est pas un jour du mois (L, L-3, LW)."));
        return date =>
        {
            var day = LengthOf(date) - back;
            return day >= 1 && date.Day == (isWorkday ? NearestWorkday(date, day) : day);
        };
    }

    private static int Nth(string text) => text is [>= '1' and <= '5' and var digit]
        ? digit - '0'
        : throw new CronSyntaxException((
            $"“#{text}” is no count of weekdays (#1 to #5).",
            $"« #{text} » n'est pas un rang de jour de semaine (#1 à #5)."));

    // The nearest day from Monday to Friday never lies in another month.
    private static int NearestWorkday(DateOnly date, int day) =>
        new DateOnly(date.Year, date.Month, day).DayOfWeek switch
        {
            DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
            DayOfWeek.Sunday => day == LengthOf(date) ? day - 2 : day + 1,
            _ => day,
        };

    private static int LengthOf(DateOnly date) => DateTime.DaysInMonth(date.Year, date.Month);
}
