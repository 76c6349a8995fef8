using System.Text.Json;
using Procedures.Letters;

namespace Procedures.Runtime;

/// <summary>The calendar entry of a letter as its row keeps it.</summary>
/// <param name="Uid">The same for ever for one wait of one procedure.</param>
/// <param name="Stamp">UTC: when this state of the entry was made.</param>
/// <param name="Day">A deadline or the day of a meeting, Europe/Paris.</param>
internal sealed record StoredCalendarEntry(
    string Uid, int Sequence, DateTimeOffset Stamp, DateOnly Day, string Summary, string Description, string Place,
    Uri? Url, bool Cancelled, bool Confidential)
{
    /// <summary>A meeting invites its reader; a deadline is only shown.</summary>
    public bool IsMeeting { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">The document is not an entry.</exception>
    public static StoredCalendarEntry Read(string json) =>
        JsonSerializer.Deserialize<StoredCalendarEntry>(json) ?? throw new JsonException("The document is empty.");

    /// <summary>The entry as it travels to one reader.</summary>
    public LetterCalendar ToCalendar(Mailbox organizer, Mailbox attendee) => new(
        new CalendarEntry
        {
            Uid = Uid, Sequence = Sequence, Stamp = Stamp, Span = CalendarSpan.Day(Day), Summary = Summary,
            Description = Description, Place = Place, Url = Url, Cancelled = Cancelled, Confidential = Confidential,
            Organizer = organizer,
            // RFC 5546 § 3.2.2 and § 3.2.5: who is invited is named, also when the meeting falls.
            Attendee = IsMeeting || Cancelled ? attendee : null,
        },
        Cancelled ? CalendarMethod.Cancel : IsMeeting ? CalendarMethod.Request : CalendarMethod.Publish);
}
