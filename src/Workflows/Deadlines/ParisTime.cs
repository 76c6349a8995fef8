namespace Procedures.Deadlines;

/// <summary>
/// The clock of Strasbourg without the machine's time zone files: CET (UTC+1), and CEST (UTC+2) from the last Sunday
/// of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC (Directive 2000/84/EC; in force so since 1996).
/// </summary>
public static class ParisTime
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>The same instant with the offset of Paris, for showing.</summary>
    public static DateTimeOffset InParis(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant));

    /// <summary>The calendar day in Paris at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(InParis(instant).DateTime);

    /// <summary>00:00 in Paris, as a UTC instant.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>
    /// An hour in Paris, as a UTC instant. An hour that the change of March leaves out is moved forward by one hour;
    /// of an hour that the change of October repeats, the first is meant.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        var asSummer = wall - Summer;
        // Read as summer time first: that is the earlier instant of a repeated hour, and it is no summer time at all
        // in the hour that is left out, which then counts as winter time and so lands one hour later.
        return OffsetAt(asSummer) == Summer ? asSummer : wall - Winter;
    }

    private static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var year = instant.UtcDateTime.Year;
        return instant >= Change(year, 3) && instant < Change(year, 10) ? Summer : Winter;
    }

    // March and October both have 31 days.
    private static DateTimeOffset Change(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
