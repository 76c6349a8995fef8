namespace Procedures.Letters;

/// <summary>A deadline or a meeting as a reader's calendar shows it.</summary>
/// <remarks>A confidential matter must not reach <see cref="Summary"/>: calendars are shared with colleagues.</remarks>
public sealed record CalendarEntry
{
    /// <summary>The same for ever, so that a moved deadline moves its entry and does not make a second one.</summary>
    public required string Uid { get; init; }

    /// <summary>Rises with every change of this entry; calendars ignore what is not newer.</summary>
    public required int Sequence { get; init; }

    /// <summary>When this state of the entry was made.</summary>
    public required DateTimeOffset Stamp { get; init; }

    public required CalendarSpan Span { get; init; }
    public required string Summary { get; init; }
    public string Description { get; init; } = "";
    public string Place { get; init; } = "";
    public Uri? Url { get; init; }

    /// <summary>Whether the entry no longer stands. It is kept, because only that removes it from calendars.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Asks calendars to hide the entry from others.</summary>
    public bool Confidential { get; init; }

    /// <summary>Who sets the date; needed to invite and to cancel.</summary>
    public Mailbox? Organizer { get; init; }

    public Mailbox? Attendee { get; init; }
}
