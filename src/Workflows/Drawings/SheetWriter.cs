using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Drawings;

/// <summary>Writes a drawing into the JSON of its definition: places, sizes and corners, and nothing else.</summary>
/// <remarks>
/// What is written is no part of the definition's content hash: running procedures and their law do not notice.
/// </remarks>
public static class SheetWriter
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="json">A definition of which the drawing's sheet was read.</param>
    public static string Write(string json, Drawing drawing)
    {
        var definition = JsonNode.Parse(json)!;
        var root = definition["root"]!;
        foreach (var activity in root["activities"]!.AsArray())
        {
            var box = drawing.Sheet.Box((string)activity!["id"]!);
            var designer = activity["metadata"]!["designer"]!.AsObject();
            designer["position"] = new JsonObject { ["x"] = box.X, ["y"] = box.Y };
            designer["size"] = new JsonObject { ["width"] = box.Width, ["height"] = Grid.BoxHeight };
        }
        foreach (var connection in root["connections"]!.AsArray())
            if (drawing.Sheet.Arrows.IndexOf(ArrowOf(connection!)) is >= 0 and var arrow)
                connection!.AsObject()["vertices"] = new JsonArray(
                    [.. drawing.Corners[arrow].Select(JsonNode (c) => new JsonObject { ["x"] = c.X, ["y"] = c.Y })]);
        return definition.ToJsonString(Readable) + "\n";
    }

    // Elsa writes the ends as objects; older files name the activities alone. Without an outcome it is Done.
    private static Arrow ArrowOf(JsonNode connection)
    {
        var port = connection["source"] is JsonObject source ? source["port"] : connection["sourcePort"];
        return new Arrow(
            EndOf(connection, "source"), (string?)port is { Length: > 0 } name ? name : "Done",
            EndOf(connection, "target"));
    }

    private static string EndOf(JsonNode connection, string end) =>
        (string?)(connection[end] is JsonObject inner ? inner["activity"] : connection[end]) ?? "";
}
