using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<Page<Revision>> RevisionsAsync(
        string definitionId, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new { definition_id = definitionId, skip = page.Skip, take = page.Take };
        return ReadAsync(connection => new Page<Revision>(
            connection.All("revisions.list", parameters, RevisionReader.Read),
            connection.Scalar<long>("revisions.count", parameters)), cancel);
    }

    /// <inheritdoc />
    public Task<RevisionText?> FindRevisionAsync(long number, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("revisions.find", new { number }, RevisionReader.ReadText), cancel);

    /// <inheritdoc />
    public Task<RevisionText?> RevisionBeforeAsync(Revision revision, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("revisions.before",
            new { definition_id = revision.DefinitionId, number = revision.Number }, RevisionReader.ReadText), cancel);

    /// <inheritdoc />
    public Task<long> KeepRevisionAsync(Revision revision, string document, CancellationToken cancel = default)
    {
        var text = RevisionPack.Pack(document);
        return WriteAsync(connection => RevisionWriter.Keep(connection, revision, text), cancel);
    }

    /// <inheritdoc />
    public async Task<int> PruneRevisionsAsync(DateTimeOffset before, int limit, CancellationToken cancel = default)
    {
        var parameters = new { before = Texts.Of(before), limit };
        // Asked first by reading: nearly always there is nothing to take away, and a write would wait for the disk.
        if (await ReadAsync(connection => connection.Scalar<long>("revisions.any_old", parameters), cancel) == 0)
            return 0;
        return await WriteAsync(connection => connection.Run("revisions.prune", parameters), cancel);
    }
}
