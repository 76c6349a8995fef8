using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Expressions;

namespace Procedures.Api;

/// <summary>Answers in the JSON that Studio reads: camelCase, and refusals in the shape that it shows.</summary>
internal static class ApiJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = ReadableJson.Writer.Encoder };

    public static IResult Ok(JsonNode answer) => Text(answer.ToJsonString(Plain));

    /// <summary>An answer that is JSON already.</summary>
    public static IResult Text(string json, int status = StatusCodes.Status200OK) =>
        Results.Text(json, "application/json", statusCode: status);

    /// <summary>A list with its length: {"items": […], "count": n}.</summary>
    public static IResult List(IEnumerable<JsonNode> items)
    {
        var list = ArrayOf(items);
        return Ok(new JsonObject { ["items"] = list, ["count"] = list.Count });
    }

    /// <summary>A stretch of a list with the length of the whole: {"items": […], "totalCount": n}.</summary>
    public static JsonObject Stretch(IEnumerable<JsonNode> items, long total) =>
        new() { ["items"] = ArrayOf(items), ["totalCount"] = total };

    public static JsonArray ArrayOf(IEnumerable<JsonNode> items) => new([.. items]);

    public static JsonArray Texts(IEnumerable<string> items) => new([.. items.Select(i => (JsonNode)i)]);

    /// <summary>400 with sentences; Studio shows each of them.</summary>
    public static IResult Refuse(IEnumerable<string> sentences) => Problem(StatusCodes.Status400BadRequest, sentences);

    /// <summary>404 with a sentence in the language that the reader's browser asks for.</summary>
    public static IResult NotFound(Bilingual sentence) => new SpokenProblem(StatusCodes.Status404NotFound, sentence);

    public static IResult Problem(int status, IEnumerable<string> sentences) => Text(
        new JsonObject
        {
            ["statusCode"] = status,
            ["errors"] = new JsonObject { ["definition"] = Texts(sentences) },
        }.ToJsonString(Plain), status);

    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    public static bool? TruthOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var truth) ? truth : null;

    public static int? NumberOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The texts of a list; none when it is missing.</summary>
    public static IEnumerable<string> TextsOf(JsonNode? node) =>
        node is JsonArray list ? list.Select(TextOf).OfType<string>() : [];
}
