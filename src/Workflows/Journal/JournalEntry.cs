using Procedures.Expressions;

namespace Procedures.Journal;

/// <summary>One thing that happened in a procedure, written for a reader and never changed.</summary>
/// <param name="Number">1, 2, 3 … within the procedure.</param>
/// <param name="At">UTC.</param>
/// <param name="Event">What happened, by a fixed name: Started, Completed, Suspended, Faulted, DeadlineMoved …</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Sentence">What happened, in words; empty for the engine's own bookkeeping.</param>
public sealed record JournalEntry(
    long Number, int Step, DateTimeOffset At, string Event, string? ActivityId, string? NodeId, int? Activation,
    string Actor, Bilingual Sentence, Value Data)
{
    /// <summary>The chain's hash after this entry, lower-case hex.</summary>
    public string Hash { get; init; } = "";
}
