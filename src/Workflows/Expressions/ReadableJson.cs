using System.Text.Encodings.Web;
using System.Text.Json;

namespace Procedures.Expressions;

/// <summary>How this project writes JSON: letters with accents stay letters.</summary>
public static class ReadableJson
{
    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static readonly JsonWriterOptions IndentedWriter = Writer with { Indented = true };
}
