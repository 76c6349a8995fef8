namespace Procedures.Storage;

/// <summary>A letter to one address, written out. It leaves only from its row. Moments are UTC.</summary>
public sealed record StoredLetter
{
    /// <summary>The Message-ID with its angle brackets.</summary>
    public required string Id { get; init; }
    public required string ProcedureId { get; init; }

    /// <summary>0 when the letter belongs to no wait.</summary>
    public required int Wait { get; init; }

    /// <summary>With procedure, wait, address and language the letter's identity.</summary>
    public required string Occasion { get; init; }

    /// <summary>The kind's name, such as "reminder".</summary>
    public required string Kind { get; init; }

    /// <summary>The code of the body that is written to.</summary>
    public required string Body { get; init; }

    /// <summary>True when the body is informed and not asked.</summary>
    public bool IsCopy { get; init; }
    public required string ContactName { get; init; }

    /// <summary>Empty when the body has no contact.</summary>
    public required string Address { get; init; }
    public required Language Language { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>The calendar entry as a JSON document, or null.</summary>
    public string? Calendar { get; init; }

    /// <summary>Who is shown as addressed and as informed, as a JSON document.</summary>
    public string Shown { get; init; } = "{}";
    public bool IsConfidential { get; init; }

    /// <summary>The engine's letter as a JSON document, from which it can be written anew.</summary>
    public required string Logical { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public LetterState State { get; init; } = LetterState.Pending;
    public int Attempts { get; init; }
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Why it did not leave, for a clerk.</summary>
    public Bilingual Error { get; init; } = Bilingual.Empty;

    /// <summary>The server's own words.</summary>
    public string? Reply { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// The Message-ID of the one letter in which this reminder travels with others; null when it goes alone. Once set
    /// it never changes, and what becomes of one of them becomes of all.
    /// </summary>
    public string? Merged { get; init; }

    /// <summary>Who decided what becomes of it, when somebody had to.</summary>
    public string? ResolvedBy { get; init; }
}
