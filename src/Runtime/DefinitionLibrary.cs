using System.Collections.Concurrent;
using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Definitions on the shelf, read.</summary>
/// <param name="read">Reads the JSON of a definition.</param>
public sealed class DefinitionLibrary(IDefinitionShelf shelf, Func<string, Definition> read)
{
    private const string EventType = "Elsa.Event";
    private readonly ConcurrentDictionary<(string VersionId, string Hash), Definition> _read = new();

    /// <summary>The published version, or null.</summary>
    public async Task<Definition?> PublishedAsync(string definitionId, CancellationToken cancel = default) =>
        await shelf.FindDefinitionAsync(definitionId, VersionChoice.Published, cancel) is { } stored ? Read(stored) : null;

    /// <summary>The version that was chosen, published or not any more; the published one when none was chosen.</summary>
    public async Task<Definition?> ChosenAsync(
        string definitionId, string? versionId, CancellationToken cancel = default) =>
        versionId is not null && await shelf.FindAnyVersionAsync(versionId, cancel) is { } chosen
            && chosen.DefinitionId == definitionId
            ? Read(chosen) : await PublishedAsync(definitionId, cancel);

    /// <summary>The activities of published definitions that start a procedure when the event is published.</summary>
    public async Task<ImmutableArray<EventTrigger>> TriggeredByAsync(
        string eventName, CancellationToken cancel = default)
    {
        var triggers = ImmutableArray.CreateBuilder<EventTrigger>();
        foreach (var row in await shelf.DefinitionsAsync(publishedOnly: true, cancel))
        {
            if (!_read.TryGetValue((row.Id, row.Hash), out var definition))
                definition = await PublishedAsync(row.DefinitionId, cancel);
            if (definition is null) continue;
            triggers.AddRange(definition.Nodes
                .Where(node => node is { Type: EventType, CanStartWorkflow: true }
                    && node.Inputs.GetValueOrDefault("eventName")?.Literal.AsText == eventName)
                .Select(node => new EventTrigger(definition.DefinitionId, node.Id)));
        }
        return triggers.ToImmutable();
    }

    // Keyed by content: an entry can never be out of date.
    private Definition Read(StoredDefinition stored) =>
        _read.GetOrAdd((stored.Id, stored.Hash), _ => read(stored.Document));
}
