using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Procedures.Host.Tests;

/// <summary>An arrow as Studio has drawn it.</summary>
/// <param name="Path">What its line says, in SVG.</param>
internal sealed record DrawnArrow(string Source, string Port, string Target, string Path)
{
    // Half of the line's own width.
    private const double Exactly = 1.5;

    /// <summary>Whether each straight run of the line lies upon the way that the definition gives the arrow.</summary>
    public bool Follows(JsonObject definition)
    {
        var way = WayIn(definition);
        return Runs().All(run => way.Zip(way.Skip(1)).Any(piece =>
            IsBetween(run.From, piece.First, piece.Second) && IsBetween(run.To, piece.First, piece.Second)));
    }

    private List<(double X, double Y)> WayIn(JsonObject definition)
    {
        var arrow = definition["root"]!["connections"]!.AsArray().Single(c =>
            (string)c!["source"]!["activity"]! == Source && (string)c["source"]!["port"]! == Port
            && (string)c["target"]!["activity"]! == Target)!;
        List<(double X, double Y)> way = [.. arrow["vertices"]!.AsArray()
            .Select(v => ((double)v!["x"]!, (double)v["y"]!))];
        var (from, to) = (DesignerOf(definition, Source), DesignerOf(definition, Target));
        var entry = (double)to["position"]!["y"]! + 32;
        var right = (double)from["position"]!["x"]! + (double)from["size"]!["width"]!;
        way.Insert(0, (right, way.Count > 0 ? way[0].Y : entry));
        way.Add(((double)to["position"]!["x"]!, entry));
        return way;
    }

    private static JsonNode DesignerOf(JsonObject definition, string activity) => StudioSetting.Activities(definition)
        .Single(a => (string)a!["id"]! == activity)!["metadata"]!["designer"]!;

    // The line goes straight (L) between its rounded corners (C).
    private IEnumerable<((double X, double Y) From, (double X, double Y) To)> Runs()
    {
        var here = (X: 0.0, Y: 0.0);
        foreach (Match step in Regex.Matches(Path, "([MLC])([^MLC]*)"))
        {
            var numbers = Regex.Matches(step.Groups[2].Value, "-?[0-9.]+")
                .Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture)).ToArray();
            var next = (numbers[^2], numbers[^1]);
            if (step.Groups[1].Value == "L") yield return (here, next);
            here = next;
        }
    }

    private static bool IsBetween((double X, double Y) point, (double X, double Y) one, (double X, double Y) other) =>
        point.X >= Math.Min(one.X, other.X) - Exactly && point.X <= Math.Max(one.X, other.X) + Exactly
        && point.Y >= Math.Min(one.Y, other.Y) - Exactly && point.Y <= Math.Max(one.Y, other.Y) + Exactly;
}
