using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The procedures of a definition that are under way, and the version that is published.</summary>
/// <param name="Published">Null when no version is published.</param>
public sealed record RunningProcedures(Bilingual Name, DefinitionRow? Published, Page<ProcedureRow> Rows)
{
    /// <summary>
    /// Those that go on, and those that an error has stopped and that may go on under a mended version.
    /// </summary>
    public static readonly ImmutableArray<ProcedureStatus> Statuses =
        [ProcedureStatus.Suspended, ProcedureStatus.Interrupted, ProcedureStatus.Faulted];

    /// <summary>Whether the procedure follows another text than the published one.</summary>
    public bool IsOld(ProcedureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Published is not null && row.DefinitionHash != Published.Hash;
    }

    /// <summary>A stretch of the list.</summary>
    public static async Task<Page<ProcedureRow>> RowsAsync(
        IProcedureStore store, string definitionId, PageRequest stretch, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.ProceduresAsync(
            ProcedureFilter.All with
            {
                DefinitionIds = [definitionId], Statuses = Statuses, Order = ProcedureOrder.Opened,
            },
            stretch, cancel);
    }
}
