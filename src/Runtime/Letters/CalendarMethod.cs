namespace Procedures.Letters;

/// <summary>What a reader's calendar is asked to do with an entry (RFC 5546 § 1.4).</summary>
public enum CalendarMethod
{
    /// <summary>Shows it; nobody is asked to come.</summary>
    Publish,
    /// <summary>Invites the attendee, or renews the invitation under a higher sequence.</summary>
    Request,
    /// <summary>Takes it away.</summary>
    Cancel,
}
