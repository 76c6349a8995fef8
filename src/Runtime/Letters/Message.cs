namespace Procedures.Letters;

/// <summary>One letter to one addressee, ready to be carried.</summary>
public sealed record Message
{
    /// <summary>The identity of the letter with its angle brackets; see <see cref="Letters.MessageId"/>.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the letter was written; becomes its Date.</summary>
    public required DateTimeOffset Moment { get; init; }

    public required Mailbox From { get; init; }

    /// <summary>The one person whom this letter is carried to, whoever else its head names.</summary>
    public required Mailbox Recipient { get; init; }

    /// <summary>Who is shown as addressee. Empty means <see cref="Recipient"/>.</summary>
    public IReadOnlyList<Mailbox> To { get; init; } = [];

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    /// <summary>Where an answer goes, when not to <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>The Message-ID of the letter that this one follows.</summary>
    public string? InReplyTo { get; init; }

    public required string Subject { get; init; }
    public required Language Language { get; init; }

    /// <summary>The letter as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The letter as a whole HTML page.</summary>
    public required string Html { get; init; }

    /// <summary>The deadline or meeting attached to the letter.</summary>
    public LetterCalendar? Calendar { get; init; }

    /// <summary>Who is shown as addressee.</summary>
    public IReadOnlyList<Mailbox> ShownTo => To.Count > 0 ? To : [Recipient];

    /// <summary>Whether an address in the head can only be written in UTF-8 (RFC 6532).</summary>
    public bool NeedsSmtpUtf8 => Mailboxes.Any(m => m.NeedsSmtpUtf8);

    /// <summary>What keeps this letter from being written at all, or null.</summary>
    public Bilingual? Defect
    {
        get
        {
            if (Mailboxes.Select(m => m.Defect).FirstOrDefault(d => d is not null) is { } defect) return defect;
            if (Subject.Any(char.IsControl))
                return ("The subject contains a line break or a control character.",
                    "L'objet contient un saut de ligne ou un caractère de commande.");
            if (!Letters.MessageId.IsWellFormed(MessageId)
                || (InReplyTo is not null && !Letters.MessageId.IsWellFormed(InReplyTo)))
                return ("The Message-ID is not well formed.", "Le Message-ID est mal formé.");
            return null;
        }
    }

    private IEnumerable<Mailbox> Mailboxes =>
        ReplyTo is null ? [From, Recipient, .. To, .. Cc] : [From, Recipient, .. To, .. Cc, ReplyTo];
}
