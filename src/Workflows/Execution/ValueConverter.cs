using System.Text.Json;
using System.Text.Json.Serialization;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Values, maps and lists in stored documents are plain JSON.</summary>
internal sealed class ValueConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Value));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : Value
    {
        public override bool HandleNull => true;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueJson.Read(ref reader) as T
            ?? throw new JsonException($"The document holds no {typeof(T).Name} here.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            ValueJson.Write(writer, value);
    }
}
