using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Journal;

namespace Procedures.Api;

/// <summary>One execution of an activity, told from the procedure's journal.</summary>
/// <param name="Node">The activity in the definition that the procedure runs.</param>
/// <param name="Begun">The number of the journal entry with which it began.</param>
/// <param name="Ended">The number of the entry with which it ended; null while it runs.</param>
/// <param name="Status">Elsa's word: Running, Completed, Canceled or Faulted.</param>
internal sealed record Execution(
    int Activation, ActivityNode Node, long Begun, DateTimeOffset StartedAt, long? Ended, DateTimeOffset? EndedAt,
    string Status, ImmutableArray<string> Outcomes, bool IsWaiting)
{
    /// <summary>Failed, and nobody has let it begin again.</summary>
    public bool StandsFaulted { get; private init; }

    /// <summary>All executions in the order of their beginning.</summary>
    public static ImmutableArray<Execution> Of(Procedure procedure, IEnumerable<JournalEntry> journal)
    {
        var waiting = procedure.Waits.Select(w => w.Activation).ToHashSet();
        return
        [
            .. journal.Where(e => e.Activation is not null).GroupBy(e => e.Activation!.Value)
                .Select(entries => Of(procedure, [.. entries], waiting.Contains(entries.Key)))
                .OfType<Execution>().OrderBy(e => e.Activation),
        ];
    }

    private static Execution? Of(Procedure procedure, ImmutableArray<JournalEntry> entries, bool isWaiting)
    {
        var first = entries[0];
        if (first.ActivityId is not { } id || procedure.Definition.Find(id) is not { } node) return null;
        var end = entries.LastOrDefault(e => e.Event is JournalEvent.Completed or JournalEvent.Cancelled
            or JournalEvent.Faulted or JournalEvent.Resumed);
        // What had been cancelled with its procedure may have been taken up again.
        if (end?.Event == JournalEvent.Resumed) end = null;
        var activation = first.Activation!.Value;
        return new Execution(
            activation, node, first.Number, first.At, end?.Number, end?.At, end?.Event ?? "Running", OutcomesOf(end),
            isWaiting)
        {
            StandsFaulted = procedure.Incidents.Any(i => i.Activation == activation && i.IsOpen),
        };
    }

    /// <summary>The outcomes that a completed activity's entry names.</summary>
    public static ImmutableArray<string> OutcomesOf(JournalEntry? entry) =>
        entry?.Data is Expressions.Value.Map data && data["outcomes"] is Expressions.Value.List list
            ? [.. list.Items.Select(Expressions.Plain.Text)] : [];
}
