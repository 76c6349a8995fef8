using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Comparison;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Migration;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Finds to which versions a running procedure can be moved, and what that would change.</summary>
public sealed class VersionMoves(
    IProcedureStore store, DefinitionLibrary library, Engine engine, Forecasts forecasts, ActivityCatalog catalog)
{
    private readonly DefinitionComparison _comparison = new(catalog);

    /// <summary>
    /// The versions to which a procedure may be moved, the newest first: the published one and those before it, its own
    /// text left out. What is above the published one is a draft and may still change.
    /// </summary>
    public static ImmutableArray<DefinitionRow> ChoicesAmong(IEnumerable<DefinitionRow> versions, string hash)
    {
        var all = versions.OrderByDescending(v => v.Version).ToArray();
        return all.FirstOrDefault(v => v.IsPublished) is not { } published ? []
            : [.. all.Where(v => v.Version <= published.Version && v.Hash != hash).DistinctBy(v => v.Hash)];
    }

    /// <summary>Whether a procedure still goes on, or could be taken up again, so that its version matters.</summary>
    public static bool IsMovable(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return procedure.RemovedAt is null && (!procedure.IsOver || procedure.Standstill is not null);
    }

    /// <summary>Looks at the move to one of the versions.</summary>
    /// <param name="version">Its number; null: the published one, or the newest before it.</param>
    /// <param name="told">What the procedure would be told, once the version is known.</param>
    /// <returns>Null when there is no such procedure or version.</returns>
    public async Task<VersionSheet?> FindAsync(
        string id, int? version, Func<Definition, Stimulus.Migrated> told, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (await store.LoadAsync(id, cancel) is not { } procedure) return null;
        var source = procedure.Definition;
        var choices = ChoicesAmong(await store.VersionsAsync(source.DefinitionId, cancel), source.Hash);
        var chosen = choices.FirstOrDefault(c => version is null || c.Version == version);
        if (chosen is null || await library.ChosenAsync(source.DefinitionId, chosen.Id, cancel) is not { } target)
            return null;
        // The engine is pure: the step is computed, shown, and thrown away.
        var step = engine.Advance(procedure, told(target), now);
        return new VersionSheet(procedure, target, choices)
        {
            Changes = [.. _comparison.Between(source, target).Where(c => c.Kind != ChangeKind.Moved)],
            Step = step, Refusals = MigrationPlan.Of(procedure, target).Refusals,
            Asked = [.. (await store.TasksOfAsync(id, cancel)).Where(t => t is { ClosedAt: null, IsOptional: false })],
            Course = step.Refusal is null ? await CourseAsync(procedure, step.After, now, cancel) : null,
        };
    }

    private async Task<ImmutableArray<CourseChange>?> CourseAsync(
        Procedure before, Procedure after, DateTimeOffset now, CancellationToken cancel)
    {
        if (before.IsOver || before.Status == ProcedureStatus.Interrupted) return null;
        return CourseChange.Between(
            await forecasts.OfAsync(before, now, cancel), await forecasts.OfAsync(after, now, cancel));
    }
}
