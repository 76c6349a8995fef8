using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The parts of a procedure that have files of their own, for whoever reads the file of the whole.</summary>
internal static class NestedParts
{
    /// <summary>What may be reported now in any part that is under way, however deep it is nested.</summary>
    public static async Task<ImmutableArray<(ProcedureRow Part, TaskRow Task)>> ReportableAsync(
        string id, IProcedureStore store, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<(ProcedureRow, TaskRow)>();
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var parent))
            foreach (var part in (await store.ChildrenAsync(parent, cancel)).Where(c => c.EndedAt is null))
            {
                open.Enqueue(part.Id);
                found.AddRange((await store.TasksOfAsync(part.Id, cancel))
                    .Where(t => t is { ClosedAt: null, IsOptional: true }).Select(t => (part, t)));
            }
        return found.ToImmutable();
    }
}
