namespace Procedures.Letters;

/// <summary>When a calendar entry takes place.</summary>
public abstract record CalendarSpan
{
    private CalendarSpan() { }

    /// <summary>Whole days, the last one included. A deadline is one day; it has no hour and so no zone.</summary>
    public sealed record Days(DateOnly First, DateOnly Last) : CalendarSpan;

    /// <summary>A meeting with hours, shown in Europe/Paris whatever the offsets are.</summary>
    public sealed record Hours(DateTimeOffset Start, DateTimeOffset End) : CalendarSpan;

    /// <summary>One whole day.</summary>
    public static CalendarSpan Day(DateOnly day) => new Days(day, day);
}
