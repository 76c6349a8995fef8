using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Lists of procedures. They never read a state document.</summary>
public interface IProcedureLists
{
    Task<Page<ProcedureRow>> ProceduresAsync(
        ProcedureFilter filter, PageRequest page, CancellationToken cancel = default);

    Task<ProcedureRow?> FindProcedureAsync(string procedureId, CancellationToken cancel = default);

    /// <summary>The children of a procedure in the order of their opening.</summary>
    Task<ImmutableArray<ProcedureRow>> ChildrenAsync(string procedureId, CancellationToken cancel = default);

    /// <summary>Figures for the operator's page and the start page.</summary>
    /// <param name="today">The day in Europe/Paris from which a task counts as late.</param>
    Task<StoreCounts> CountAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel = default);
}
