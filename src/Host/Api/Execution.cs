using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Journal;

namespace Procedures.Api;

/// <summary>One execution of an activity, told from the procedure's journal.</summary>
/// <param name="Node">The activity in the definition that the procedure runs.</param>
/// <param name="Status">Elsa's word: Running, Completed, Canceled or Faulted.</param>
internal sealed record Execution(
    int Activation, ActivityNode Node, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Status,
    ImmutableArray<string> Outcomes, bool IsWaiting)
{
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
        if (entries[0].ActivityId is not { } id || procedure.Definition.Find(id) is not { } node) return null;
        var end = entries.LastOrDefault(e =>
            e.Event is JournalEvent.Completed or JournalEvent.Cancelled or JournalEvent.Faulted);
        return new Execution(
            entries[0].Activation!.Value, node, entries[0].At, end?.At, end?.Event ?? "Running", OutcomesOf(end), isWaiting);
    }

    /// <summary>The outcomes that a completed activity's entry names.</summary>
    public static ImmutableArray<string> OutcomesOf(JournalEntry? entry) =>
        entry?.Data is Expressions.Value.Map data && data["outcomes"] is Expressions.Value.List list
            ? [.. list.Items.Select(Expressions.Plain.Text)] : [];
}
