using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Reads the executions of a procedure from the store.</summary>
internal sealed class ExecutionReader(IProcedureStore store)
{
    /// <returns>The procedure with all of its executions; null and none when there is no such procedure.</returns>
    public async Task<(Procedure? Procedure, ImmutableArray<Execution> Executions)> ReadAsync(
        string? procedureId, CancellationToken cancel)
    {
        if (procedureId is null || await store.LoadAsync(procedureId, cancel) is not { } procedure) return (null, []);
        var entries = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(procedureId, cancel)) entries.Add(entry);
        return (procedure, Execution.Of(procedure, entries));
    }

    /// <summary>
    /// The id of a procedure and the number of an activation in Elsa's id of an execution; null otherwise.
    /// </summary>
    public static (string ProcedureId, int Activation)? Parse(string? id)
    {
        if (id is null) return null;
        var cut = id.LastIndexOf(':');
        return cut > 0 && int.TryParse(id.AsSpan(cut + 1), out var activation) ? (id[..cut], activation) : null;
    }
}
