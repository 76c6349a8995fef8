using System.Collections.Immutable;

namespace Procedures.Execution;

/// <summary>A letter that a step asks for, before anybody knows the addressee's address or language.</summary>
/// <param name="Occasion">
/// What makes this letter one of its kind for its wait: "task", "reminder-14", "overdue-7", "moved-2". Together with
/// procedure, wait and addressee it is the letter's identity: the same letter is never written twice.
/// </param>
/// <param name="To">The code of the body that is written to: GOV(EE), CDH, SGA.</param>
public sealed record Letter(LetterKind Kind, string Occasion, string To)
{
    /// <summary>0 when the letter belongs to no wait.</summary>
    public int Wait { get; init; }
    public string ActivityId { get; init; } = "";
    public string? CopyTo { get; init; }

    /// <summary>The step's title, or for a confidential step the neutral one.</summary>
    public Bilingual StepTitle { get; init; } = Bilingual.Empty;
    public Bilingual Subject { get; init; } = Bilingual.Empty;
    public Bilingual Body { get; init; } = Bilingual.Empty;

    /// <summary>Why something moved, fell away, stopped or went on; empty when nobody has given a reason.</summary>
    public Bilingual Reason { get; init; } = Bilingual.Empty;
    public Bilingual LegalSource { get; init; } = Bilingual.Empty;
    public DateOnly? LastDay { get; init; }

    /// <summary>Whether a meeting takes place on <see cref="LastDay"/>; otherwise that is a last day.</summary>
    public bool IsMeetingDay { get; init; }
    public DateOnly? OldLastDay { get; init; }
    public int? DaysLeft { get; init; }
    public Bilingual Explanation { get; init; } = Bilingual.Empty;
    public ImmutableArray<OutcomeChoice> Outcomes { get; init; } = [];
    public bool IsConfidential { get; init; }

    /// <summary>The calendar entry attached: none, a new or moved one, or its cancellation.</summary>
    public CalendarMark Calendar { get; init; }

    /// <summary>Rises with each letter that changes the entry (RFC 5545, SEQUENCE).</summary>
    public int CalendarSequence { get; init; }

    /// <summary>The number of the ballot whose result the letter tells.</summary>
    public int? Round { get; init; }

    /// <summary>Meetings have a place; deadlines have none.</summary>
    public string? Place { get; init; }
}
