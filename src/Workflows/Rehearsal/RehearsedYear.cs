using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Journal;

namespace Procedures.Rehearsal;

/// <summary>A procedure carried through under virtual time, with everything that happened on the way.</summary>
public sealed record RehearsedYear
{
    /// <summary>The procedure as it stood at the end.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>Every procedure, the child procedures after the one that is rehearsed.</summary>
    public required ImmutableArray<Procedure> All { get; init; }

    /// <summary>Tasks in the order in which they were asked.</summary>
    public required ImmutableArray<RehearsedTask> Tasks { get; init; }
    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>UTC moment of the last thing that happened.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Whether the rehearsal was broken off because it did not come to an end by itself.</summary>
    public bool WasCutOff { get; init; }

    public IEnumerable<JournalEntry> Journal => Steps.SelectMany(s => s.Journal);
    public IEnumerable<Letter> Letters => Steps.SelectMany(s => s.Letters);

    /// <summary>The days on which letters were written, with the letter.</summary>
    public IEnumerable<(DateTimeOffset At, Letter Letter)> DatedLetters =>
        Steps.SelectMany(s => s.Letters.Select(l => (s.After.ChangedAt, l)));

    /// <summary>The last task of that step, or null when it was never asked.</summary>
    public RehearsedTask? Find(string step, int? time = null) =>
        Tasks.LastOrDefault(t => t.Step == step && (time is null || t.Time == time));
}
