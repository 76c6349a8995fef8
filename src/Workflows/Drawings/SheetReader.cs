using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Drawings;

/// <summary>Reads from a definition what is to be drawn.</summary>
/// <remarks>Each activity is taken to stand in the column and row that its place on the canvas is nearest to.</remarks>
public sealed class SheetReader(ActivityCatalog catalog)
{
    /// <returns>The sheet, or why there is none: an activity without a place, or two in one.</returns>
    public (Sheet? Sheet, ImmutableArray<Bilingual> Problems) Read(Definition definition)
    {
        var arrows = definition.Root.Connections.Select(c => new Arrow(c.Source, c.Port, c.Target)).ToImmutableArray();
        var boxes = definition.Root.Children.Select(node => (node.Id, Box: BoxOf(node, arrows))).ToArray();
        if (boxes.Length == 0) return (null, [("There is no flowchart.", "Il n'y a pas de diagramme.")]);
        var problems = boxes.Where(b => b.Box is null).Select(b => (Bilingual)(
                $"“{b.Id}” has no place on the canvas.", $"« {b.Id} » n'a pas de place sur le plan."))
            .Concat(boxes.Where(b => b.Box is not null).GroupBy(b => (b.Box!.Column, b.Box.Row))
                .Where(g => g.Count() > 1)
                .Select(g => InOnePlace(string.Join(", ", g.Select(b => b.Id)))))
            .Concat(arrows.Where(a => boxes.All(b => b.Id != a.Source) || boxes.All(b => b.Id != a.Target))
                .Select(a => (Bilingual)($"The arrow {a} has an end that does not exist.",
                    $"La flèche {a} a une extrémité qui n'existe pas."))).ToImmutableArray();
        return problems.IsEmpty
            ? (new Sheet([.. boxes.Select(b => b.Box!)], arrows, StagesOf(definition)), [])
            : (null, problems);
    }

    private static Bilingual InOnePlace(string names) => (
        $"{names} stand in one place: columns are {Grid.Across} apart, rows {Grid.Down}.",
        $"{names} occupent une même place : les colonnes sont distantes de {Grid.Across}, les rangs de {Grid.Down}.");

    private Box? BoxOf(ActivityNode node, ImmutableArray<Arrow> arrows)
    {
        if (Member(node.Json, "metadata") is not { } metadata || Member(metadata, "designer") is not { } designer
            || Member(designer, "position") is not { } position) return null;
        var width = Member(designer, "size") is { } size ? Number(size, "width") : 0;
        return new Box(node.Id, Math.Max(0, Grid.ColumnOf(Number(position, "x"))), Grid.RowOf(Number(position, "y")),
            Math.Max(Grid.NarrowestBox, (int)Math.Ceiling(width)), OutcomesOf(node, arrows));
    }

    // What an arrow leaves by has a port, also where only the running procedure knows the outcomes.
    private ImmutableArray<string> OutcomesOf(ActivityNode node, ImmutableArray<Arrow> arrows)
    {
        var declared = catalog.Find(node)?.Declaration is { } declaration ? SourcePorts.Of(node, declaration) : null;
        var used = arrows.Where(a => a.Source == node.Id).Select(a => a.Outcome);
        return [.. (declared ?? new HashSet<string>()).Concat(used).Distinct()];
    }

    private static ImmutableArray<Stage> StagesOf(Definition definition) =>
        definition.CustomProperties["bands"] is Value.List bands
            ? [.. bands.Items.OfType<Value.Map>().Select(StageOf).OrderBy(s => s.Top)]
            : [];

    private static Stage StageOf(Value.Map band)
    {
        var top = Amount(band["y"]);
        var longest = new[] { band["title"].AsText ?? "", band["titleFr"].AsText ?? "" }.MaxBy(t => t.Length)!;
        return new Stage(longest, top, top + Amount(band["height"]));
    }

    private static int Amount(Value value) => value is Value.Number { Amount: var amount } ? (int)amount : 0;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Object ? member : null;

    private static double Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetDouble() : 0;
}
