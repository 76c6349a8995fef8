using System.Text.Json;
using Procedures.Storage;

namespace Procedures.Practice;

/// <summary>What a practice database says of itself: on which day it began and what time it is in it.</summary>
/// <param name="Now">UTC.</param>
public sealed record PracticeMark(DateOnly Began, DateTimeOffset Now)
{
    private const string Kind = "host";
    private const string Key = "practice";

    /// <summary>The mark of a database; null when it holds real procedures, or nothing yet.</summary>
    public static async Task<PracticeMark?> FindAsync(ISettings settings, CancellationToken cancel = default) =>
        await settings.FindDocumentAsync(Kind, Key, cancel) is { } document
            ? JsonSerializer.Deserialize<PracticeMark>(document)
            : null;

    /// <summary>Keeps the mark; a restart goes on from there.</summary>
    public Task SaveAsync(ISettings settings, CancellationToken cancel = default) =>
        settings.SaveDocumentAsync(Kind, Key, JsonSerializer.Serialize(this), cancel);

    /// <summary>Lets a practice host work on practice databases only, and an ordinary one on others.</summary>
    /// <returns>The mark, made for an empty database; null on an ordinary host.</returns>
    /// <exception cref="HostRefusedException">Practice and real procedures would mix.</exception>
    public static async Task<PracticeMark?> RequireAsync(
        HostSettings settings, IProcedureStore store, CancellationToken cancel = default)
    {
        var found = await FindAsync(store, cancel);
        if (settings.Practice is not { } day)
            return found is null ? null : throw new HostRefusedException((
                $"{PlaceOf(settings)} holds a practice, which began on {found.Began:yyyy-MM-dd}, and no real procedures. "
                + $"Start it with --practice {found.Began:yyyy-MM-dd}, or name another folder with --data.",
                $"{PlaceOf(settings)} contient un exercice, commencé le {found.Began:yyyy-MM-dd}, et aucune vraie procédure. "
                + $"Lancez-le avec --practice {found.Began:yyyy-MM-dd}, ou nommez un autre dossier avec --data."));
        if (found is not null) return found;
        if (!await IsEmptyAsync(store, cancel))
            throw new HostRefusedException((
                $"{PlaceOf(settings)} is no practice: it was made by an ordinary host. Name another folder with --data.",
                $"{PlaceOf(settings)} n'est pas un exercice : un serveur ordinaire l'a créé. Nommez un autre dossier avec "
                + "--data."));
        var mark = new PracticeMark(day, PracticeClock.OfficeHourOf(day));
        await mark.SaveAsync(store, cancel);
        return mark;
    }

    private static string PlaceOf(HostSettings settings) =>
        settings.Postgres is null ? settings.DatabaseFile : "The PostgreSQL database";

    // A host that was killed during its first start may have left any of these.
    private static async Task<bool> IsEmptyAsync(IProcedureStore store, CancellationToken cancel) =>
        (await store.DocumentsAsync(Kind, cancel)).IsEmpty
        && (await store.DefinitionsAsync(publishedOnly: false, cancel)).IsEmpty
        && (await store.ContactsAsync(cancel: cancel)).IsEmpty;
}
