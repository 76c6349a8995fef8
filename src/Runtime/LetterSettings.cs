using Procedures.Letters;

namespace Procedures.Runtime;

/// <summary>Who writes the letters, and where they lead.</summary>
/// <param name="From">Shown as sender, and as organiser of calendar entries.</param>
/// <param name="Domain">The domain after the @ of Message-IDs; it must never change.</param>
public sealed record LetterSettings(Mailbox From, string Domain)
{
    /// <summary>Where answers go, when not to <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>
    /// The hour of Europe/Paris until which the reminders of a day are collected; null: none waits for an hour.
    /// </summary>
    public TimeOnly? CollectedUntil { get; init; }

    /// <summary>How long a reminder that does not wait for that hour waits for others to the same address.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.Zero;

    /// <summary>Where the holder of the grant may answer without signing in, or null when nobody may.</summary>
    public Func<ReplyGrant, Language, Uri?> ReplyLinkTo { get; init; } = (_, _) => null;

    /// <summary>The page of a procedure's wait (0: of the procedure), or null when there are no pages.</summary>
    public Func<string, int, Uri?> LinkTo { get; init; } = (_, _) => null;
}
