namespace Procedures.Letters;

/// <summary>The zone in which the Organisation meets, described in full: some calendars know no zone by name.</summary>
internal static class ParisZone
{
    public const string Name = "Europe/Paris";

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Name);

    /// <summary>The rules of Directive 2000/84/EC, in force in this form since 1996.</summary>
    public static void Write(CalendarLines lines)
    {
        lines.Raw("BEGIN", "VTIMEZONE");
        lines.Raw("TZID", Name);
        WriteHalf(lines, "DAYLIGHT", "19960331T020000", "3", "+0100", "+0200", "CEST");
        WriteHalf(lines, "STANDARD", "19961027T030000", "10", "+0200", "+0100", "CET");
        lines.Raw("END", "VTIMEZONE");
    }

    private static void WriteHalf(
        CalendarLines lines, string kind, string start, string month, string from, string to, string name)
    {
        lines.Raw("BEGIN", kind);
        lines.Raw("DTSTART", start);
        lines.Raw("RRULE", $"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU");
        lines.Raw("TZOFFSETFROM", from);
        lines.Raw("TZOFFSETTO", to);
        lines.Raw("TZNAME", name);
        lines.Raw("END", kind);
    }
}
