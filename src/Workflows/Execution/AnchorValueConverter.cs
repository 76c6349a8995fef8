using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>A date of reference in stored documents: a day as text, a part-session with the days it had then.</summary>
internal sealed class AnchorValueConverter : JsonConverter<AnchorValue>
{
    public override AnchorValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new AnchorValue.Day(
                DateOnly.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new AnchorValue.Part(JsonSerializer.Deserialize<PartSession>(ref reader, options)!);
    }

    public override void Write(Utf8JsonWriter writer, AnchorValue value, JsonSerializerOptions options)
    {
        if (value is AnchorValue.Part part) JsonSerializer.Serialize(writer, part.Session, options);
        else writer.WriteStringValue(value.Notation);
    }
}
