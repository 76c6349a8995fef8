using System.Security.Cryptography;
using System.Text;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Texts that were not saved because somebody else had saved meanwhile. Nobody's work is thrown away.</summary>
internal sealed class RefusedSaves(IProcedureStore store)
{
    private const string Kind = "refused-save";
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Keeps the text; a later one of the same window takes its place.</summary>
    /// <returns>The path at which it can be fetched.</returns>
    public async Task<string> KeepAsync(string definitionId, SaveModel model, Caller caller, CancellationToken cancel)
    {
        var window = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caller.Window)))[..12];
        var key = $"{definitionId}/{window}/{model.EchoedId}";
        await store.SaveDocumentAsync(Kind, key, model.Json.ToJsonString(), cancel);
        return $"/elsa/api/refused-saves?key={Uri.EscapeDataString(key)}";
    }

    public Task<string?> FindAsync(string key, CancellationToken cancel) => store.FindDocumentAsync(Kind, key, cancel);

    /// <summary>The time of the day in Paris, as people write it.</summary>
    public static Bilingual InParis(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Paris);
        return ($"{local:HH:mm:ss}", $"{local:HH}h{local:mm}");
    }
}
