using System.Globalization;

namespace Procedures.Letters;

/// <summary>Writes one entry as a VEVENT.</summary>
internal static class CalendarEvent
{
    public static void Write(CalendarLines lines, CalendarEntry entry, CalendarMethod method)
    {
        var cancelled = entry.Cancelled || method == CalendarMethod.Cancel;
        lines.Raw("BEGIN", "VEVENT");
        lines.Text("UID", entry.Uid);
        lines.Raw("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Raw("DTSTAMP", Utc(entry.Stamp));
        WriteSpan(lines, entry.Span);
        lines.Text("SUMMARY", entry.Summary);
        if (entry.Description.Length > 0) lines.Text("DESCRIPTION", entry.Description);
        if (entry.Place.Length > 0) lines.Text("LOCATION", entry.Place);
        if (entry.Url is not null) lines.Raw("URL", entry.Url.AbsoluteUri);
        lines.Raw("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        // A deadline does not make a person busy on that day; a meeting does.
        lines.Raw("TRANSP", entry.Span is CalendarSpan.Days ? "TRANSPARENT" : "OPAQUE");
        if (entry.Confidential) lines.Raw("CLASS", "CONFIDENTIAL");
        if (entry.Organizer is not null) WritePerson(lines, "ORGANIZER", "", entry.Organizer);
        // RFC 5546 § 3.2.1: what is merely published has no attendees.
        if (entry.Attendee is not null && method != CalendarMethod.Publish)
            WritePerson(lines, "ATTENDEE", ";ROLE=REQ-PARTICIPANT;RSVP=FALSE", entry.Attendee);
        lines.Raw("END", "VEVENT");
    }

    private static void WriteSpan(CalendarLines lines, CalendarSpan span)
    {
        switch (span)
        {
            case CalendarSpan.Days days when days.Last >= days.First:
                lines.Raw("DTSTART;VALUE=DATE", Day(days.First));
                // The end is the first day that is no longer part of it (RFC 5545 § 3.6.1).
                lines.Raw("DTEND;VALUE=DATE", Day(days.Last.AddDays(1)));
                break;
            case CalendarSpan.Hours hours when hours.End >= hours.Start:
                WriteMoment(lines, "DTSTART", hours.Start);
                WriteMoment(lines, "DTEND", hours.End);
                break;
            default: throw new ArgumentException("A calendar entry ends before it begins.", nameof(span));
        }
    }

    private static void WriteMoment(CalendarLines lines, string property, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, ParisZone.Zone);
        // The hour that comes twice in October can only be told apart in UTC.
        if (ParisZone.Zone.IsAmbiguousTime(local.DateTime)) lines.Raw(property, Utc(moment));
        else
            lines.Raw(
                $"{property};TZID={ParisZone.Name}",
                local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
    }

    private static void WritePerson(CalendarLines lines, string property, string parameters, Mailbox person)
    {
        var name = string.Concat(person.Name.Where(c => c != '"' && !char.IsControl(c)));
        var shown = name.Length > 0 ? $";CN=\"{name}\"" : "";
        lines.Raw($"{property}{shown}{parameters}", $"mailto:{person.WireAddress}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
