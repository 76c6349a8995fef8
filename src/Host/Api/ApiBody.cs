using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Api;

/// <summary>Reads the body of every request once and strictly, before anything is done.</summary>
/// <remarks>
/// A body that is half understood changes half of what was meant. What no JSON object in UTF-8 is, names a member
/// twice, or holds characters that no database keeps, is refused with a sentence.
/// </remarks>
internal static class ApiBody
{
    private static readonly object Key = new();
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private static readonly Bilingual NotUtf8 =
        ("The body is not text in UTF-8.", "Le corps n’est pas un texte en UTF-8.");
    private static readonly Bilingual NotWhole = (
        "The body was not sent to its end.", "Le corps n’a pas été envoyé jusqu’au bout.");

    /// <summary>
    /// The body of a request that <see cref="CheckAsync"/> has let through; empty when there was none.
    /// </summary>
    public static JsonObject Of(HttpContext context) => context.Items[Key] as JsonObject ?? [];

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        if (HttpMethods.IsGet(context.Request.Method) || context.Request.HasFormContentType) return await next(call);
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            var (json, refusal) = Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            if (refusal is { } reason) return ApiJson.Refuse([Caller.Of(context).Say(reason)]);
            context.Items[Key] = json;
        }
        catch (BadHttpRequestException problem)
        {
            return ApiJson.Problem(problem.StatusCode, [Caller.Of(context).Say(NotWhole)]);
        }
        return await next(call);
    }

    /// <returns>The object, or why it cannot be taken. An empty text and null are an empty object.</returns>
    public static (JsonObject? Json, Bilingual? Refusal) Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(Strict.GetString(bytes).TrimStart('\ufeff'));
        }
        catch (DecoderFallbackException)
        {
            return (null, NotUtf8);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static (JsonObject? Json, Bilingual? Refusal) Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ([], null);
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Null) return ([], null);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, ("The body is no JSON object.", "Le corps n’est pas un objet JSON."));
            if (Unkept(document.RootElement) is { } unkept) return (null, unkept);
            return ((JsonObject)JsonNode.Parse(text)!, null);
        }
        catch (JsonException problem)
        {
            return (null,
                ($"The body is no JSON: {problem.Message}", $"Le corps n’est pas du JSON : {problem.Message}"));
        }
    }

    // U+0000 is no character of a text in PostgreSQL, and half a pair of surrogates none of any text.
    private static Bilingual? Unkept(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    if ((Text(() => member.Name) ?? Unkept(member.Value)) is { } problem) return problem;
                return null;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    if (Unkept(item) is { } problem) return problem;
                return null;
            case JsonValueKind.String:
                return Text(() => element.GetString()!);
            default:
                return null;
        }
    }

    private static Bilingual? Text(Func<string> read)
    {
        try
        {
            return read().Contains('\0', StringComparison.Ordinal)
                ? ("A text holds the character U+0000.", "Un texte contient le caractère U+0000.")
                : null;
        }
        catch (InvalidOperationException)
        {
            return ("A text holds half a character.", "Un texte contient la moitié d’un caractère.");
        }
    }
}
