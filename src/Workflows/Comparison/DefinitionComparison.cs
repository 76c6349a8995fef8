using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Definitions.Format;

namespace Procedures.Comparison;

/// <summary>What changed between two texts of a definition, in words.</summary>
/// <param name="catalog">Knows what the inputs of activities are called.</param>
public sealed class DefinitionComparison(ActivityCatalog catalog)
{
    /// <summary>
    /// The definition as a whole first, then its activities in the order of the file, then its arrows.
    /// </summary>
    public ImmutableArray<Change> Between(Definition before, Definition after)
    {
        var (old, now) = (ById(before), ById(after));
        var moved = now.Values.Count(n => old.TryGetValue(n.Id, out var was) && PlaceOf(was) != PlaceOf(n));
        return
        [
            .. WholeComparison.Between(before, after),
            .. old.Values.Where(n => !now.ContainsKey(n.Id)).Select(Removed),
            .. now.Values.SelectMany(n => old.TryGetValue(n.Id, out var was)
                ? ActivityComparison.Between(was, n, catalog) : [Added(n)]),
            .. Arrows(before, after, old, now),
            .. moved == 0 ? [] : (Change[])[Moved(moved)],
        ];
    }

    private static Dictionary<string, ActivityNode> ById(Definition definition) =>
        definition.Nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);

    private static Change Added(ActivityNode node)
    {
        var title = node.Title;
        return new Change(ChangeKind.Added, node.Id, (
            $"“{title.English}” was added.", $"« {title.French} » a été ajouté."));
    }

    private static Change Removed(ActivityNode node)
    {
        var title = node.Title;
        return new Change(ChangeKind.Removed, node.Id, (
            $"“{title.English}” was removed.", $"« {title.French} » a été supprimé."));
    }

    private static Change Moved(int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new Change(ChangeKind.Moved, null, count == 1
            ? ("One activity was moved on the canvas.", "Une activité a été déplacée sur le dessin.")
            : ($"{number} activities were moved on the canvas.",
                $"{number} activités ont été déplacées sur le dessin."));
    }

    // An arrow whose activity has gone or is new says nothing more than the activity does.
    private static IEnumerable<Change> Arrows(
        Definition before, Definition after, Dictionary<string, ActivityNode> old,
        Dictionary<string, ActivityNode> now)
    {
        var (were, are) = (ArrowsOf(before), ArrowsOf(after));
        foreach (var arrow in were.Except(are).Where(a => now.ContainsKey(a.Source) && now.ContainsKey(a.Target)))
            yield return new Change(ChangeKind.Removed, null, (
                $"The arrow {Words(arrow, now).English} was removed.",
                    $"La flèche {Words(arrow, now).French} a été supprimée."));
        foreach (var arrow in are.Except(were).Where(a => old.ContainsKey(a.Source) || old.ContainsKey(a.Target)))
            yield return new Change(ChangeKind.Added, null, (
                $"The arrow {Words(arrow, now).English} was added.",
                    $"La flèche {Words(arrow, now).French} a été ajoutée."));
    }

    private static ImmutableArray<Connection> ArrowsOf(Definition definition) =>
        [.. definition.Nodes.SelectMany(n => n.Connections)];

    private static Bilingual Words(Connection arrow, Dictionary<string, ActivityNode> nodes)
    {
        var (source, target) = (nodes[arrow.Source].Title, nodes[arrow.Target].Title);
        return ($"“{arrow.Port}” from “{source.English}” to “{target.English}”",
            $"« {arrow.Port} » de « {source.French} » à « {target.French} »");
    }

    private static string PlaceOf(ActivityNode node) =>
        node.Json.ValueKind == JsonValueKind.Object
        && node.Json.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("designer", out var designer)
        && designer.ValueKind == JsonValueKind.Object
        && designer.TryGetProperty("position", out var position) ? CanonicalJson.Hash(position) : "";
}
