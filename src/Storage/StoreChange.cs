using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Steps that have been committed.</summary>
/// <param name="ProcedureIds">Whose; empty when there were too many to name, or when it is not known.</param>
/// <param name="IsOwn">True when this host has written them.</param>
/// <param name="HasWork">True when a step has left something to do that any host may do at once: letters.</param>
public sealed record StoreChange(ImmutableArray<string> ProcedureIds, bool IsOwn, bool HasWork)
{
    /// <summary>
    /// True when timers that fall due within the poll, messages or starts have been left. The host that has left them
    /// does them; the others look a little later whether it still could.
    /// </summary>
    public bool HasDueWork { get; init; }
}
