namespace Procedures.Activities.Scheduling;

/// <summary>Moments named by a cron expression, in the syntax that Elsa's schedulers read (Cronos).</summary>
/// <remarks>
/// Five fields: minute, hour, day of the month, month, day of the week; or six, with seconds first. A day must satisfy
/// both day fields: "0 0 13 * FRI" is midnight of every Friday the thirteenth. All moments are UTC, as in Elsa.
/// </remarks>
public sealed class CronExpression
{
    // Leap days that fall on a given weekday are at most forty years apart; beyond a century nothing more comes.
    private const int LongestSearch = 36_600;

    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _months;
    private readonly Func<DateOnly, bool> _isDay;
    private readonly Func<DateOnly, bool> _isWeekDay;

    private CronExpression(string[] fields)
    {
        _seconds = fields.Length == 6 ? CronField.Second.Read(fields[0]) : 1;
        var at = fields.Length - 5;
        _minutes = CronField.Minute.Read(fields[at]);
        _hours = CronField.Hour.Read(fields[at + 1]);
        _isDay = CronDays.OfMonth(fields[at + 2]);
        _months = CronField.Month.Read(fields[at + 3]);
        _isWeekDay = CronDays.OfWeek(fields[at + 4]);
    }

    /// <summary>Reads an expression or a macro such as @daily.</summary>
    /// <exception cref="CronSyntaxException">The text is no cron expression.</exception>
    public static CronExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = Plain(text.Trim()).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is 5 or 6
            ? new CronExpression(fields)
            : throw new CronSyntaxException((
                $"it has {fields.Length} fields instead of five, or six with seconds.",
                $"elle a {fields.Length} champs au lieu de cinq, ou de six avec les secondes."));
    }

    /// <summary>The first occurrence after the moment, in UTC; null when there is none within a century.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var from = after.UtcDateTime;
        var day = DateOnly.FromDateTime(from);
        if (day < DateOnly.MaxValue && TimeIn(day, after: from.TimeOfDay) is { } today) return today;
        for (var i = 0; i < LongestSearch && day < DateOnly.MaxValue; i++)
        {
            day = day.AddDays(1);
            if (TimeIn(day, TimeSpan.FromTicks(-1)) is { } found) return found;
        }
        return null;
    }

    private DateTimeOffset? TimeIn(DateOnly day, TimeSpan after)
    {
        if (!Has(_months, day.Month) || !_isDay(day) || !_isWeekDay(day)) return null;
        var first = after.Ticks < 0 ? 0 : (int)after.TotalSeconds + 1;
        for (var hour = first / 3600; hour < 24; hour++)
        {
            if (!Has(_hours, hour)) continue;
            for (var minute = hour == first / 3600 ? first / 60 % 60 : 0; minute < 60; minute++)
            {
                if (!Has(_minutes, minute)) continue;
                var second = hour == first / 3600 && minute == first / 60 % 60 ? first % 60 : 0;
                for (; second < 60; second++)
                    if (Has(_seconds, second))
                        return new DateTimeOffset(day, new TimeOnly(hour, minute, second), TimeSpan.Zero);
            }
        }
        return null;
    }

    private static bool Has(ulong bits, int number) => (bits >> number & 1) != 0;

    private static string Plain(string text) => text.ToUpperInvariant() switch
    {
        "@EVERY_SECOND" => "* * * * * *",
        "@EVERY_MINUTE" => "* * * * *",
        "@HOURLY" => "0 * * * *",
        "@DAILY" or "@MIDNIGHT" => "0 0 * * *",
        "@WEEKLY" => "0 0 * * 0",
        "@MONTHLY" => "0 0 1 * *",
        "@YEARLY" or "@ANNUALLY" => "0 0 1 1 *",
        _ => text,
    };
}
