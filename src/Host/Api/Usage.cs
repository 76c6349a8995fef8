using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Who still needs a definition: procedures that run it, and published definitions that open it.</summary>
internal sealed class Usage(IProcedureStore store, DefinitionReader reader)
{
    private const int Stretch = 500;
    private const string ChildInput = "workflowDefinitionId";
    private static readonly ImmutableArray<ProcedureStatus> Running =
        [ProcedureStatus.Suspended, ProcedureStatus.Interrupted];

    /// <summary>Why the definition cannot be taken off the shelf, or null.</summary>
    public async Task<Bilingual?> OfDefinitionAsync(string definitionId, CancellationToken cancel)
    {
        var running = await store.ProceduresAsync(Filter(definitionId), new PageRequest(0, 1), cancel);
        if (running.Total > 0) return Runs(definitionId, running.Total);
        var openers = await OpenersAsync(definitionId, cancel);
        return openers.IsEmpty ? null : (
            $"Not deleted: {string.Join(", ", openers)} opens procedures of {definitionId}.",
            $"Non supprimé : {string.Join(", ", openers)} ouvre des procédures de {definitionId}.");
    }

    /// <summary>Why a version cannot be taken off the shelf, or null.</summary>
    public async Task<Bilingual?> OfVersionAsync(StoredDefinition version, CancellationToken cancel)
    {
        var count = 0;
        for (var skip = 0; ; skip += Stretch)
        {
            var page = await store.ProceduresAsync(
                Filter(version.DefinitionId), new PageRequest(skip, Stretch), cancel);
            count += page.Items.Count(row => row.DefinitionVersionId == version.Id);
            if (page.Items.Length < Stretch) break;
        }
        if (count == 0) return await UsesAsync(version, cancel);
        return Runs($"{version.DefinitionId}, version {version.Version}", count);
    }

    private async Task<Bilingual?> UsesAsync(StoredDefinition version, CancellationToken cancel)
    {
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await store.FindDefinitionAsync(row.DefinitionId, VersionChoice.Published, cancel) is { } stored
                && reader.Read(stored.Document).Definition is { } definition
                && definition.Nodes.Any(n => n.Reference?.VersionId == version.Id))
                return (
                    $"Not deleted: {row.Name} uses version {version.Version} of {version.DefinitionId} as an activity.",
                    $"Non supprimé : {row.Name} utilise la version {version.Version} de {version.DefinitionId} comme "
                    + "activité.");
        return null;
    }

    /// <summary>The published definitions that open procedures of this one.</summary>
    public async Task<ImmutableArray<string>> OpenersAsync(string definitionId, CancellationToken cancel)
    {
        var openers = ImmutableArray.CreateBuilder<string>();
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (row.DefinitionId != definitionId
                && await store.FindDefinitionAsync(row.DefinitionId, VersionChoice.Published, cancel) is { } stored
                && reader.Read(stored.Document).Definition is { } definition
                && definition.Nodes.Any(n => n.Reference?.DefinitionId == definitionId
                    || n.Inputs.GetValueOrDefault(ChildInput)?.Literal.AsText == definitionId))
                openers.Add(row.DefinitionId);
        return openers.ToImmutable();
    }

    private static ProcedureFilter Filter(string definitionId) =>
        ProcedureFilter.All with { DefinitionIds = [definitionId], Statuses = Running };

    private static Bilingual Runs(string what, long count) => (
        $"Not deleted: {count} running {(count == 1 ? "procedure uses" : "procedures use")} {what}.",
        $"Non supprimé : {count} "
        + $"{(count == 1 ? "procédure en cours utilise" : "procédures en cours utilisent")} {what}.");
}
