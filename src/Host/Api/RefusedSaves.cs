using System.Globalization;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>
/// Texts that were not saved: somebody else had saved, or the drawing was empty. No work is thrown away.
/// </summary>
internal sealed class RefusedSaves(IProcedureStore store, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Keeps the text beside those that were saved.</summary>
    /// <param name="latest">What stands on the shelf instead.</param>
    /// <returns>The path at which it can be fetched.</returns>
    public async Task<string> KeepAsync(
        StoredDefinition latest, RevisionKind kind, SaveModel model, Caller caller, CancellationToken cancel)
    {
        var number = await store.KeepRevisionAsync(new Revision
        {
            DefinitionId = latest.DefinitionId, VersionId = latest.Id, Version = latest.Version,
            Name = model.Name.Length > 0 ? model.Name : latest.Name, Hash = "", Kind = kind,
            SavedAt = clock.GetUtcNow(), ReplacedAt = latest.SavedAt, Author = caller.Author,
        }, model.Json.ToJsonString(), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"/elsa/api/refused-saves?key={number}");
    }

    /// <summary>The text of that number, if it was refused.</summary>
    public async Task<string?> FindAsync(string key, CancellationToken cancel) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await store.FindRevisionAsync(number, cancel) is { } found
        && found.Revision.Kind is RevisionKind.Conflict or RevisionKind.Emptied ? found.Document : null;

    /// <summary>The time of the day in Paris, as people write it.</summary>
    public static Bilingual InParis(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Paris);
        return ($"{local:HH:mm:ss}", $"{local:HH}h{local:mm}");
    }
}
