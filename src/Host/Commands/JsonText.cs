using System.Text.Encodings.Web;
using System.Text.Json;

namespace Procedures.Commands;

/// <summary>How commands write JSON: indented, with letters as they are.</summary>
internal static class JsonText
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
