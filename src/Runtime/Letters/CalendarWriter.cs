using System.Globalization;

namespace Procedures.Letters;

/// <summary>Writes iCalendar (RFC 5545): one entry for a letter, or many for a feed.</summary>
public static class CalendarWriter
{
    /// <summary>One entry to travel with a letter.</summary>
    /// <exception cref="ArgumentException">
    /// An invitation or a cancellation without an organiser (RFC 5546 § 3.2), or a span that ends before it begins.
    /// </exception>
    public static string Write(CalendarEntry entry, CalendarMethod method)
    {
        if (method != CalendarMethod.Publish && entry.Organizer is null)
            throw new ArgumentException("An invitation or a cancellation needs an organiser.", nameof(entry));
        var lines = Begin(method);
        if (entry.Span is CalendarSpan.Hours) ParisZone.Write(lines);
        CalendarEvent.Write(lines, entry, method);
        return End(lines);
    }

    /// <summary>A feed for a reader's calendar program, which asks for it every few hours.</summary>
    /// <param name="name">What the reader sees as the name of the calendar.</param>
    /// <param name="description">Should say that the letter, not the feed, is the notice.</param>
    /// <param name="entries">All entries, the cancelled ones too.</param>
    public static string Feed(string name, string description, IEnumerable<CalendarEntry> entries)
    {
        var list = entries.ToList();
        var lines = Begin(CalendarMethod.Publish);
        lines.Text("NAME", name);
        lines.Text("X-WR-CALNAME", name);
        lines.Text("DESCRIPTION", description);
        lines.Raw("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        lines.Raw("X-PUBLISHED-TTL", "PT4H");
        if (list.Any(e => e.Span is CalendarSpan.Hours)) ParisZone.Write(lines);
        foreach (var entry in list) CalendarEvent.Write(lines, entry, CalendarMethod.Publish);
        return End(lines);
    }

    /// <summary>The method as iCalendar and MIME spell it.</summary>
    public static string Name(CalendarMethod method) => method.ToString().ToUpper(CultureInfo.InvariantCulture);

    private static CalendarLines Begin(CalendarMethod method)
    {
        var lines = new CalendarLines();
        lines.Raw("BEGIN", "VCALENDAR");
        lines.Raw("VERSION", "2.0");
        lines.Raw("PRODID", "-//Procedures//Procedures//EN");
        lines.Raw("CALSCALE", "GREGORIAN");
        lines.Raw("METHOD", Name(method));
        return lines;
    }

    private static string End(CalendarLines lines)
    {
        lines.Raw("END", "VCALENDAR");
        return lines.ToString();
    }
}
