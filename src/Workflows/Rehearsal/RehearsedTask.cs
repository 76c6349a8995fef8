using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>One task of a rehearsal, from the day on which it was asked to the day on which it was answered.</summary>
/// <param name="ProcedureId">The procedure or child procedure that asked.</param>
/// <param name="Wait">The task as it stood last, with the deadline that counted.</param>
/// <param name="Time">For the how manieth time the step was asked, from 1.</param>
/// <param name="AskedOn">Europe/Paris, as every day here.</param>
public sealed record RehearsedTask(string ProcedureId, Wait Wait, int Time, DateOnly AskedOn)
{
    /// <summary>The day of the answer, or on which the task was no longer asked; null while it is open.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The outcome answered; null when it expired, was withdrawn or is still open.</summary>
    public string? Outcome { get; init; }

    /// <summary>
    /// The port through which the step was left: the outcome answered or computed, Expired, or Lapsed.
    /// </summary>
    public string? Port { get; init; }
    public Value.Map Answer { get; init; } = Value.Map.Empty;

    /// <summary>Letters that the task called for.</summary>
    public ImmutableArray<Letter> Letters { get; init; } = [];

    /// <summary>Whether its last day passed without an answer.</summary>
    public bool HasExpired { get; init; }

    /// <summary>Why the answer was not taken; null when it was.</summary>
    public Bilingual? Refusal { get; init; }

    public string Step => Wait.Assignment!.Step;
    public DateOnly? LastDay => Wait.Timetable?.LastDay;
    public IEnumerable<Letter> Reminders => Letters.Where(l => l.Kind is LetterKind.Reminder or LetterKind.DueToday
        or LetterKind.Overdue || l is { Kind: LetterKind.Meeting, Occasion: not "task" });
}
