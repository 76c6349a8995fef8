using System.Text.Json;
using System.Text.Json.Serialization;
using Procedures.Definitions;

namespace Procedures.Execution;

/// <summary>A definition in stored documents: its content hash.</summary>
internal sealed class DefinitionConverter(Func<string, Definition?> find) : JsonConverter<Definition>
{
    public override Definition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var hash = reader.GetString() ?? "";
        return find(hash) ?? throw new JsonException($"No definition with the content hash {hash} is stored.");
    }

    public override void Write(Utf8JsonWriter writer, Definition value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Hash);
}
