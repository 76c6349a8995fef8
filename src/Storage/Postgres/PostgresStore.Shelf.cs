using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task SaveDefinitionAsync(StoredDefinition definition, CancellationToken cancel = default) =>
        SaveDefinitionAsync(definition, Author.Nobody, [], cancel);

    /// <inheritdoc />
    public Task SaveDefinitionAsync(
        StoredDefinition definition, Author author, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel = default)
    {
        var parameters = new
        {
            id = definition.Id, definition_id = definition.DefinitionId, version = definition.Version,
            name = definition.Name, hash = definition.Hash, is_latest = definition.IsLatest,
            is_published = definition.IsPublished, created_at = definition.CreatedAt,
            saved_at = definition.SavedAt, document = definition.Document,
        };
        var text = RevisionPack.Pack(definition.Document);
        return WriteTogetherAsync(async connection =>
        {
            await connection.RunAsync("shelf.take_turn", new { definition_id = definition.DefinitionId }, cancel);
            var before = await connection.OneAsync("shelf.latest", parameters, ShelfReader.Read, cancel);
            var stored = await connection.OneAsync("shelf.version", parameters, ShelfReader.Read, cancel);
            StoredDefinition.RequireUnchanged(stored, definition);
            if (before is not null) await KeepUnkeptAsync(connection, before, cancel);
            await connection.RunAsync("shelf.save", parameters, cancel);
            await connection.RunAsync("shelf.save_document", parameters, cancel);
            if (definition.IsLatest) await connection.RunAsync("shelf.others_not_latest", parameters, cancel);
            if (definition.IsPublished) await connection.RunAsync("shelf.others_not_published", parameters, cancel);
            await KeepAsync(connection, RevisionPack.Of(definition, before?.SavedAt, author), text, cancel);
            if (definition.IsPublished)
                await SetAsync(connection, definition.DefinitionId, definition.Id, triggers, cancel);
            return (true, true);
        }, cancel);
    }

    /// <inheritdoc />
    public Task<StoredDefinition?> FindDefinitionAsync(
        string definitionId, VersionChoice version, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (version is VersionChoice.ThePublished) return PublishedAsync(definitionId, cancel);
        var (statement, number) = version switch
        {
            VersionChoice.Numbered numbered => ("shelf.numbered", numbered.Version),
            _ => ("shelf.latest", 0),
        };
        return OneAsync(
            statement, new { definition_id = definitionId, version = number }, ShelfReader.Read, cancel);
    }

    // The text of a definition comes only when it is not the one that the host has.
    private async Task<StoredDefinition?> PublishedAsync(string definitionId, CancellationToken cancel)
    {
        if (await _desks.Published.AskAsync(definitionId, cancel) is not [.., var (row, written)]) return null;
        if (_shelved.TryGetValue(definitionId, out var known) && known.Definition.Id == row.Id && known.Written == written)
            return known.Definition with
            {
                Version = row.Version, Name = row.Name, Hash = row.Hash, IsLatest = row.IsLatest,
                IsPublished = row.IsPublished, CreatedAt = row.CreatedAt, SavedAt = row.SavedAt,
            };
        var whole = await OneAsync("shelf.published", new { definition_id = definitionId },
            r => new Shelved(ShelfReader.Read(r), r.Text("written")), cancel);
        if (whole is not null) _shelved[definitionId] = whole;
        return whole?.Definition;
    }

    /// <inheritdoc />
    public Task<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken cancel = default) =>
        OneAsync("shelf.version", new { id = versionId }, ShelfReader.Read, cancel);

    /// <inheritdoc />
    public Task<StoredDefinition?> FindAnyVersionAsync(string versionId, CancellationToken cancel = default) =>
        OneAsync("shelf.any_version", new { id = versionId }, ShelfReader.Read, cancel);

    /// <inheritdoc />
    public Task<string?> FindDefinitionDocumentAsync(string hash, CancellationToken cancel = default) =>
        ScalarAsync<string>("shelf.document", new { hash }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken cancel = default) =>
        AllAsync(
            "shelf.versions", new { definition_id = definitionId }, ShelfReader.ReadRow, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DefinitionRow>> DefinitionsAsync(
        bool publishedOnly = false, CancellationToken cancel = default) =>
        AllAsync(
            "shelf.list", new { published_only = publishedOnly }, ShelfReader.ReadRow, cancel);

    /// <inheritdoc />
    public Task<bool> RetractAsync(string definitionId, CancellationToken cancel = default) =>
        TakeAwayAsync("shelf.retract", definitionId, cancel);

    /// <inheritdoc />
    public Task<bool> RemoveVersionAsync(string versionId, CancellationToken cancel = default) =>
        WriteTogetherAsync(async connection =>
        {
            if (await connection.RunAsync("shelf.remove_version", new { id = versionId }, cancel) == 0)
                return (false, false);
            await connection.RunAsync("triggers.version_gone", new { id = versionId }, cancel);
            await connection.RunAsync("shelf.promote_latest", new { id = versionId }, cancel);
            return (true, true);
        }, cancel);

    /// <inheritdoc />
    public Task<bool> RemoveDefinitionAsync(string definitionId, CancellationToken cancel = default) =>
        TakeAwayAsync("shelf.remove_definition", definitionId, cancel);

    private Task<bool> TakeAwayAsync(string statement, string definitionId, CancellationToken cancel) =>
        WriteTogetherAsync(async connection =>
        {
            await connection.RunAsync("triggers.gone", new { definition_id = definitionId }, cancel);
            return (await connection.RunAsync(statement, new { definition_id = definitionId }, cancel) > 0, true);
        }, cancel);

    /// <summary>A definition with the mark of the transaction that has written its text.</summary>
    private sealed record Shelved(StoredDefinition Definition, string Written);
}
