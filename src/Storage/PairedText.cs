using System.Text.Json;

namespace Procedures.Storage;

/// <summary>
/// A text that somebody has written in English, in French, or in both, kept in one column: as it is when there is only
/// an English one, otherwise as a JSON list of both.
/// </summary>
internal static class PairedText
{
    public static string Write(string english, string french) =>
        french.Length == 0 && !english.StartsWith('[')
            ? english
            : JsonSerializer.Serialize(new[] { english, french }, Readable);

    public static (string English, string French) Read(string kept)
    {
        if (!kept.StartsWith('[')) return (kept, "");
        try
        {
            return JsonSerializer.Deserialize<string[]>(kept) is [var english, var french]
                ? (english, french) : (kept, "");
        }
        catch (JsonException)
        {
            // Written before texts were kept in pairs: it only looked like a list.
            return (kept, "");
        }
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
