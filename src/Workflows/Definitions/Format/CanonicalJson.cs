using System.Security.Cryptography;
using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>
/// One way to write what a definition means, so that its hash changes when, and only when, that changes.
/// </summary>
/// <remarks>
/// Left out: the canvas (positions, bend points), node ids (they follow from the ids), the order of members and of
/// connections, the bookkeeping of versions, and everything that says the same as its absence. Labels, descriptions
/// and unknown members stay in, for people and activities may rely on them.
/// </remarks>
internal static class CanonicalJson
{
    private static readonly HashSet<string> Bookkeeping =
    [
        "$schema", "id", "version", "isLatest", "isPublished", "isReadonly", "isSystem", "createdAt", "toolVersion",
        "links", "providerName", "materializerName", "materializerContext", "isMaterializerAvailable",
    ];

    private static readonly HashSet<string> Derived =
    [
        "nodeId", "notFoundConnections", "allActivities", "allConnections", "VariableTestValues", "designer",
        "vertices",
    ];

    /// <summary>SHA-256 of the canonical form, lower-case hex.</summary>
    public static string Hash(JsonElement definition)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ReadableJson.Writer))
            WriteObject(writer, definition, Bookkeeping);
        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement element, HashSet<string>? without = null)
    {
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if ((without?.Contains(member.Name) ?? false) || Derived.Contains(member.Name)) continue;
            if (SaysNothing(member)) continue;
            writer.WritePropertyName(member.Name);
            // The inside of an expression is a value: there nothing is layout, and null is not the same as absent.
            if (member.Name == "expression" && member.Value.ValueKind == JsonValueKind.Object)
                WriteValue(writer, member.Value);
            else if (member.Name == "connections" && member.Value.ValueKind == JsonValueKind.Array)
                WriteConnections(writer, member.Value);
            else Write(writer, member.Value);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object) WriteObject(writer, element);
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Write(writer, item);
            writer.WriteEndArray();
        }
        else WriteValue(writer, element);
    }

    private static bool SaysNothing(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.False => member.Name is "canStartWorkflow" or "runAsynchronously" or "isArray",
        JsonValueKind.Array => member.Value.GetArrayLength() == 0
            && member.Name is "activities" or "connections" or "variables" or "inputs" or "outputs" or "outcomes",
        JsonValueKind.Object => member.Name is "customProperties" or "metadata" or "options" && IsBlank(member.Value),
        _ => false,
    };

    private static bool IsBlank(JsonElement element) =>
        element.EnumerateObject().All(m => Derived.Contains(m.Name)
            || (m.Value.ValueKind != JsonValueKind.Object && SaysNothing(m)));

    private static void WriteConnections(Utf8JsonWriter writer, JsonElement connections)
    {
        writer.WriteStartArray();
        foreach (var text in connections.EnumerateArray().Select(Connection).Order(StringComparer.Ordinal))
            writer.WriteRawValue(text);
        writer.WriteEndArray();
    }

    private static string Connection(JsonElement connection)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ReadableJson.Writer))
        {
            if (connection.ValueKind == JsonValueKind.Object) WriteConnection(writer, connection);
            else WriteValue(writer, connection);
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteConnection(Utf8JsonWriter writer, JsonElement connection)
    {
        writer.WriteStartObject();
        WriteEnd(writer, connection, "source", "sourcePort", "Done");
        WriteEnd(writer, connection, "target", "targetPort", "In");
        foreach (var member in connection.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (member.Name is "source" or "target" or "sourcePort" or "targetPort" or "vertices") continue;
            writer.WritePropertyName(member.Name);
            WriteValue(writer, member.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteEnd(
        Utf8JsonWriter writer, JsonElement connection, string name, string oldPort, string usual)
    {
        connection.TryGetProperty(name, out var end);
        writer.WritePropertyName(name);
        var isObject = end.ValueKind == JsonValueKind.Object;
        var activity = isObject && end.TryGetProperty("activity", out var inner) ? inner : end;
        var owner = isObject ? end : connection;
        var hasPort = owner.TryGetProperty(isObject ? "port" : oldPort, out var port)
            && port.ValueKind == JsonValueKind.String && port.GetString() is { Length: > 0 };
        writer.WriteStartArray();
        WriteValue(writer, activity);
        writer.WriteStringValue(hasPort ? port.GetString() : usual);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined: writer.WriteNullValue(); break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteValue(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Number when double.IsFinite(element.GetDouble()):
                writer.WriteNumberValue(element.GetDouble());
                break;
            default: element.WriteTo(writer); break;
        }
    }
}
