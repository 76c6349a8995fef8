using System.Text.Json;
using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>Every activity of a flowchart has a place of its own on the canvas.</summary>
internal static class LayoutRule
{
    // Studio computes the size of what has none when it draws it; this is the smallest that it draws.
    private const double UsualWidth = 150;
    private const double UsualHeight = 50;

    public static IEnumerable<Finding> Find(Subject subject) =>
        subject.Flowcharts.SelectMany(flowchart => Missing(subject, flowchart).Concat(Overlaps(subject, flowchart)));

    private static IEnumerable<Finding> Missing(Subject subject, ActivityNode flowchart)
    {
        var lost = flowchart.Children.Where(c => BoxOf(c) is null).ToArray();
        if (lost.Length == 0) yield break;
        var names = string.Join(", ", lost.Take(5).Select(n => n.Id)) + (lost.Length > 5 ? ", …" : "");
        yield return Subject.At(lost[0], subject.Demand, (
            $"{lost.Length} activities have no place on the canvas (metadata.designer.position): {names}.",
            $"{lost.Length} activités n'ont pas de place sur le plan (metadata.designer.position) : {names}."));
    }

    private static IEnumerable<Finding> Overlaps(Subject subject, ActivityNode flowchart)
    {
        var boxes = flowchart.Children.Select(c => (Node: c, Box: BoxOf(c))).Where(x => x.Box is not null).ToArray();
        for (var i = 0; i < boxes.Length; i++)
            for (var j = i + 1; j < boxes.Length; j++)
                if (boxes[i].Box!.Overlaps(boxes[j].Box!))
                    yield return Subject.At(boxes[j].Node, subject.Demand, (
                        $"“{boxes[j].Node.Title.English}” lies upon “{boxes[i].Node.Title.English}” on the canvas.",
                        $"« {boxes[j].Node.Title.French} » recouvre « {boxes[i].Node.Title.French} » sur le plan."));
    }

    private static Box? BoxOf(ActivityNode node)
    {
        if (Member(node.Json, "metadata") is not { } metadata || Member(metadata, "designer") is not { } designer
            || Member(designer, "position") is not { } position) return null;
        if (Number(position, "x") is not { } x || Number(position, "y") is not { } y) return null;
        var size = Member(designer, "size");
        var (width, height) = (size is { } s ? Number(s, "width") : null, size is { } t ? Number(t, "height") : null);
        return new Box(x, y, width is > 0 ? width.Value : UsualWidth, height is > 0 ? height.Value : UsualHeight);
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Object ? member : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
            ? member.GetDouble()
            : null;

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public bool Overlaps(Box other) =>
            X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
