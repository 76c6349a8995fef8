using System.Text;
using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>A JSON text that was loaded: its root, or the problem that prevented it.</summary>
internal sealed record JsonText(JsonElement Root, JsonProblem? Problem, IReadOnlyList<string> Duplicates)
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Loads UTF-8; where a member stands twice in an object, the last one stays.</summary>
    public static JsonText Load(ReadOnlySpan<byte> json)
    {
        var scan = new JsonScan();
        if (scan.Run(json) is { } problem) return new JsonText(default, problem, []);
        var bytes = json.ToArray();
        if (scan.Duplicates.Count > 0) bytes = LastWins(bytes);
        using var document = JsonDocument.Parse(bytes, Deep);
        return new JsonText(document.RootElement.Clone(), null, scan.Duplicates);
    }

    public static JsonText Load(string json)
    {
        try { return Load(Strict.GetBytes(json)); }
        catch (EncoderFallbackException)
        {
            return new JsonText(default, new JsonProblem("$", (
                "The text contains half a character (an unpaired surrogate).",
                "Le texte contient la moitié d’un caractère (un demi-codet isolé).")), []);
        }
    }

    /// <summary>
    /// The value that a text says in JSON; a text that is not JSON, and any other value, stay as they are.
    /// </summary>
    public static Value ValueOrText(Value value) =>
        value is Value.Text { Content: var text } && Load(text) is { Problem: null } json
            ? ValueJson.FromElement(json.Root)
            : value;

    private static JsonDocumentOptions Deep => new() { MaxDepth = JsonScan.DeepestNesting + 10 };

    private static byte[] LastWins(byte[] json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ReadableJson.Writer)) Copy(writer, document.RootElement);
        return stream.ToArray();
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Copy(writer, item);
            writer.WriteEndArray();
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in element.EnumerateObject()) last[member.Name] = member.Value;
            writer.WriteStartObject();
            foreach (var (name, value) in last)
            {
                writer.WritePropertyName(name);
                Copy(writer, value);
            }
            writer.WriteEndObject();
        }
        else element.WriteTo(writer);
    }
}
