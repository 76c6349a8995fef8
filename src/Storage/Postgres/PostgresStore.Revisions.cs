using Npgsql;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<Page<Revision>> RevisionsAsync(
        string definitionId, PageRequest page, CancellationToken cancel = default) =>
        PageAsync("revisions.list", "revisions.count",
            new { definition_id = definitionId, skip = page.Skip, take = page.Take }, RevisionReader.Read, cancel);

    /// <inheritdoc />
    public Task<RevisionText?> FindRevisionAsync(long number, CancellationToken cancel = default) =>
        OneAsync("revisions.find", new { number }, RevisionReader.ReadText, cancel);

    /// <inheritdoc />
    public Task<RevisionText?> RevisionBeforeAsync(Revision revision, CancellationToken cancel = default) =>
        OneAsync("revisions.before", new { definition_id = revision.DefinitionId, number = revision.Number },
            RevisionReader.ReadText, cancel);

    /// <inheritdoc />
    public Task<long> KeepRevisionAsync(Revision revision, string document, CancellationToken cancel = default)
    {
        var text = RevisionPack.Pack(document);
        return WriteTogetherAsync(async connection => (await KeepAsync(connection, revision, text, cancel), true), cancel);
    }

    /// <inheritdoc />
    public Task<int> PruneRevisionsAsync(DateTimeOffset before, int limit, CancellationToken cancel = default) =>
        WriteAsync("revisions.prune", new { before, limit }, cancel);

    private static async Task<long> KeepAsync(
        NpgsqlConnection connection, Revision revision, byte[] text, CancellationToken cancel)
    {
        var number = await connection.ScalarAsync<long>("revisions.keep", new
        {
            definition_id = revision.DefinitionId, version_id = revision.VersionId, version = revision.Version,
            name = revision.Name, hash = revision.Hash, kind = revision.Kind.ToString(), saved_at = revision.SavedAt,
            replaced_at = revision.ReplacedAt, person = revision.Author.Person, browser_window = revision.Author.Window,
        }, cancel);
        await connection.RunAsync("revisions.keep_text", new { number, document = text }, cancel);
        return number;
    }

    // What stands on the shelf may have been saved by a program that did not yet keep revisions.
    private static async Task KeepUnkeptAsync(
        NpgsqlConnection connection, StoredDefinition stored, CancellationToken cancel)
    {
        var kept = await connection.ScalarAsync<long>("revisions.is_kept", new
        {
            definition_id = stored.DefinitionId, version_id = stored.Id, saved_at = stored.SavedAt,
        }, cancel);
        if (kept > 0) return;
        var revision = RevisionPack.Of(stored, null, Author.Nobody);
        await KeepAsync(connection, revision, RevisionPack.Pack(stored.Document), cancel);
    }
}
