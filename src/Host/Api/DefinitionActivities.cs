using System.Collections.Concurrent;
using System.Collections.Immutable;
using Procedures.Activities.Descriptors;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>
/// Definitions that may be used as activities: every version, because a drawing keeps the one it has.
/// </summary>
internal sealed class DefinitionActivities(IProcedureStore store, DefinitionReader reader, ActivityCatalog catalog)
{
    // By version: its hash, and the definition when it may be used as an activity.
    private readonly ConcurrentDictionary<string, (string Hash, Definition? Usable)> _read =
        new(StringComparer.Ordinal);

    /// <summary>A version with the published one of the same definition, if there is one.</summary>
    public sealed record Usable(Definition Definition, DefinitionRow Row, DefinitionRow? Published)
    {
        public (string Type, int Version) Key => (DefinitionDescriptor.TypeNameOf(Definition), Row.Version);
    }

    /// <summary>
    /// One for each type name and version; a name that Elsa's or our activities have is not among them.
    /// </summary>
    public async Task<ImmutableArray<Usable>> AllAsync(CancellationToken cancel)
    {
        var found = new Dictionary<(string, int), Usable>();
        var all = await store.DefinitionsAsync(cancel: cancel);
        foreach (var latest in all.OrderBy(d => d.DefinitionId, StringComparer.Ordinal))
        {
            var versions = await store.VersionsAsync(latest.DefinitionId, cancel);
            var published = versions.FirstOrDefault(v => v.IsPublished);
            foreach (var row in versions)
                if (await ReadAsync(row, cancel) is { } definition
                    && new Usable(definition, row, published) is var usable
                    && catalog.Find(usable.Key.Type, usable.Key.Version) is null)
                    found.TryAdd(usable.Key, usable);
        }
        return [.. found.Values];
    }

    /// <summary>Says of a type name and a version whether the designer knows them.</summary>
    public async Task<Func<string, int, bool>> KnownAsync(CancellationToken cancel)
    {
        var usable = (await AllAsync(cancel)).Select(u => u.Key).ToHashSet();
        return (type, version) => catalog.Find(type, version) is not null || usable.Contains((type, version));
    }

    /// <summary>Why a definition cannot be published as an activity under its name, or null.</summary>
    public async Task<Bilingual?> ClashAsync(Definition definition, CancellationToken cancel)
    {
        if (!definition.IsActivity) return null;
        var type = DefinitionDescriptor.TypeNameOf(definition);
        var isTaken = catalog.Types.Any(t => t.Declaration.TypeName == type)
            || (await AllAsync(cancel)).Any(u =>
                u.Key.Type == type && u.Definition.DefinitionId != definition.DefinitionId);
        return isTaken
            ? ($"There is an activity {type} already: give the definition another name.",
                $"Il existe déjà une activité {type} : donnez un autre nom à la définition.")
            : null;
    }

    private async Task<Definition?> ReadAsync(DefinitionRow row, CancellationToken cancel)
    {
        if (_read.TryGetValue(row.Id, out var known) && known.Hash == row.Hash) return known.Usable;
        var definition = await store.FindVersionAsync(row.Id, cancel) is { } stored
            ? reader.Read(stored.Document).Definition : null;
        var usable = definition is { IsActivity: true } ? definition : null;
        _read[row.Id] = (row.Hash, usable);
        return usable;
    }
}
