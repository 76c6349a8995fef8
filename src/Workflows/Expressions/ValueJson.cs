using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Expressions;

/// <summary>Values read from JSON and written to it.</summary>
public static class ValueJson
{
    /// <summary>
    /// Reads a JSON text. Throws <see cref="JsonException"/> with line and position when it is malformed.
    /// </summary>
    public static Value Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    public static Value FromNode(JsonNode? node)
    {
        if (node is null) return Value.Null;
        using var document = JsonDocument.Parse(node.ToJsonString());
        return FromElement(document.RootElement);
    }

    public static Value FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => Value.Undefined,
        JsonValueKind.Null => Value.Null,
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => new Value.Number(element.GetDouble()),
        JsonValueKind.String => new Value.Text(element.GetString()!),
        JsonValueKind.Array => new Value.List([.. element.EnumerateArray().Select(FromElement)]),
        JsonValueKind.Object => FromMembers(element),
        _ => throw new JsonException($"A value of kind {element.ValueKind} cannot be read."),
    };

    /// <summary>Reads the value at which the reader stands; afterwards it stands at the value's end.</summary>
    /// <remarks>As <see cref="FromElement"/>, without a document in between.</remarks>
    public static Value Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return Value.Null;
            case JsonTokenType.True: return Value.True;
            case JsonTokenType.False: return Value.False;
            case JsonTokenType.Number: return new Value.Number(reader.GetDouble());
            case JsonTokenType.String: return new Value.Text(reader.GetString()!);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<Value>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
                return new Value.List(items.DrainToImmutable());
            case JsonTokenType.StartObject:
                var members = new MapBuilder();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    members.Set(name, Read(ref reader));
                }
                return members.ToMapAsWritten();
            default: throw new JsonException($"A value cannot begin with {reader.TokenType}.");
        }
    }

    /// <summary>A name that is written twice keeps its first place and its last value, as in JavaScript.</summary>
    private static Value.Map FromMembers(JsonElement element)
    {
        var members = new MapBuilder();
        foreach (var property in element.EnumerateObject()) members.Set(property.Name, FromElement(property.Value));
        return members.ToMapAsWritten();
    }

    /// <summary>
    /// Writes the value; whole numbers are written without a fraction, undefined and not-a-number as null.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Truth truth: writer.WriteBooleanValue(truth.Is); break;
            case Value.Number { Amount: var n } when !double.IsFinite(n): writer.WriteNullValue(); break;
            case Value.Number { Amount: var n } when n == Math.Floor(n) && Math.Abs(n) < 1e15:
                writer.WriteNumberValue((long)n);
                break;
            case Value.Number number: writer.WriteNumberValue(number.Amount); break;
            case Value.Text text: writer.WriteStringValue(text.Content); break;
            case Value.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case Value.Map map:
                writer.WriteStartObject();
                foreach (var (name, member) in map.Members)
                {
                    if (member is Value.UndefinedValue) continue;
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }
                writer.WriteEndObject();
                break;
            default: writer.WriteNullValue(); break;
        }
    }

    public static string ToJson(Value value)
    {
        var text = new ArrayBufferWriter<byte>();
        Write(text, value);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Writes the value as JSON in UTF-8.</summary>
    public static void Write(IBufferWriter<byte> text, Value value)
    {
        using var writer = new Utf8JsonWriter(text, ReadableJson.Writer);
        Write(writer, value);
    }
}
