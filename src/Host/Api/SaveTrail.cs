using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Which window made the latest saves of a definition.</summary>
/// <remarks>
/// Studio saves by itself after every change and may send the next save before it has the answer to the last one. Such
/// a save echoes an older text of the same window, which is no conflict; an older text of another window is one.
/// </remarks>
internal sealed class SaveTrail(IProcedureStore store)
{
    private static readonly PageRequest Newest = new(0, 50);

    /// <summary>
    /// What was saved after the echoed text, the oldest first; none when the trail does not reach back.
    /// </summary>
    public async Task<ImmutableArray<Revision>> SinceAsync(
        string definitionId, string echoed, string current, CancellationToken cancel)
    {
        var newest = (await store.RevisionsAsync(definitionId, Newest, cancel)).Items
            .Where(r => r.Kind is RevisionKind.Saved or RevisionKind.Published).Reverse().ToImmutableArray();
        if (newest.IsEmpty || DefinitionJson.Moment(newest[^1].SavedAt) != current) return [];
        var first = newest.Select((revision, i) => (revision, i))
            .LastOrDefault(x =>
                x.revision.ReplacedAt is { } at && DefinitionJson.Moment(at) == echoed, (null!, -1)).Item2;
        return first < 0 ? [] : newest[first..];
    }

    /// <summary>Whether all of it came from that window.</summary>
    public static bool IsOwn(ImmutableArray<Revision> since, string window) =>
        window.Length > 0 && !since.IsEmpty && since.All(r => r.Author.Window == window);
}
