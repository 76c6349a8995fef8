using System.Text.Json;
using System.Text.Json.Serialization;

namespace Procedures.Execution;

/// <summary>A bilingual text in stored documents: a pair, or one string when both languages say the same.</summary>
internal sealed class BilingualConverter : JsonConverter<Bilingual>
{
    public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return Bilingual.Same(reader.GetString()!);
        return reader.TokenType == JsonTokenType.StartArray
            && NextText(ref reader) is { } english && NextText(ref reader) is { } french
            && reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? new(english, french)
            : throw new JsonException("A text has two languages.");
    }

    private static string? NextText(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options)
    {
        if (value.English == value.French)
        {
            writer.WriteStringValue(value.English);
            return;
        }
        writer.WriteStartArray();
        writer.WriteStringValue(value.English);
        writer.WriteStringValue(value.French);
        writer.WriteEndArray();
    }
}
