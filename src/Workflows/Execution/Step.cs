using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>One move of a procedure: the state after it and everything that shall happen because of it.</summary>
/// <param name="Before">The state that the step was computed from; the store compares its number.</param>
public sealed record Step(Procedure Before, Procedure After)
{
    /// <summary>What the step was computed from.</summary>
    public Stimulus? Stimulus { get; init; }

    /// <summary>Why the stimulus was not taken, in words for the person who sent it; null when it was.</summary>
    public Bilingual? Refusal { get; init; }

    /// <summary>The field of the answer to which the refusal belongs, with each thing wrong in it; or null.</summary>
    public FieldRefusal? RefusedAt { get; init; }
    public ImmutableArray<JournalEntry> Journal { get; init; } = [];
    public ImmutableArray<Letter> Letters { get; init; } = [];
    public ImmutableArray<Dispatch> Dispatches { get; init; } = [];

    /// <summary>What WriteLine activities wrote.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>True when nothing has changed: a refused or late stimulus.</summary>
    public bool IsIdle => ReferenceEquals(Before, After);

    public IEnumerable<Wait> WaitsOpened =>
        After.Waits.Where(w => Before.FindWait(w.Id) is null);

    /// <summary>Also the one that had been closed before without an answer, when the step brings it.</summary>
    public IEnumerable<Wait> WaitsClosed =>
        Before.Waits.Concat(Before.Passed.Select(p => p.Asked).OfType<Wait>().Where(w => Stimulus?.AnswerFor(w.Id) is not null))
            .Where(w => After.FindWait(w.Id) is null);

    internal static Step Idle(Procedure procedure, Bilingual? refusal = null) => new(procedure, procedure) { Refusal = refusal };
}
