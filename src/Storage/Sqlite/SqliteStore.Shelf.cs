using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
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
            is_published = definition.IsPublished, created_at = Texts.Of(definition.CreatedAt),
            saved_at = Texts.Of(definition.SavedAt), document = definition.Document,
        };
        var text = RevisionPack.Pack(definition.Document);
        return WriteAsync(connection =>
        {
            var before = connection.One("shelf.latest", parameters, ShelfReader.Read);
            StoredDefinition.RequireUnchanged(connection.One("shelf.version", parameters, ShelfReader.Read),
                definition);
            if (before is not null) RevisionWriter.KeepUnkept(connection, before);
            connection.Run("shelf.save", parameters);
            connection.Run("shelf.save_document", parameters);
            if (definition.IsLatest) connection.Run("shelf.others_not_latest", parameters);
            if (definition.IsPublished) connection.Run("shelf.others_not_published", parameters);
            RevisionWriter.Keep(connection, definition, text, before?.SavedAt, author);
            if (definition.IsPublished)
                TriggerWriter.Set(connection, definition.DefinitionId, definition.Id, triggers);
            return true;
        }, cancel);
    }

    /// <inheritdoc />
    public Task<StoredDefinition?> FindDefinitionAsync(
        string definitionId, VersionChoice version, CancellationToken cancel = default)
    {
        var (statement, number) = version switch
        {
            VersionChoice.Numbered numbered => ("shelf.numbered", numbered.Version),
            VersionChoice.ThePublished => ("shelf.published", 0),
            _ => ("shelf.latest", 0),
        };
        return ReadAsync(connection => connection.One(
            statement, new { definition_id = definitionId, version = number }, ShelfReader.Read), cancel);
    }

    /// <inheritdoc />
    public Task<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("shelf.version", new { id = versionId }, ShelfReader.Read), cancel);

    /// <inheritdoc />
    public Task<StoredDefinition?> FindAnyVersionAsync(
        string versionId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("shelf.any_version", new { id = versionId }, ShelfReader.Read), cancel);

    /// <inheritdoc />
    public Task<string?> FindDefinitionDocumentAsync(string hash, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.Scalar<string>("shelf.document", new { hash }), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(
            "shelf.versions", new { definition_id = definitionId }, ShelfReader.ReadRow), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DefinitionRow>> DefinitionsAsync(
        bool publishedOnly = false, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(
            "shelf.list", new { published_only = publishedOnly }, ShelfReader.ReadRow), cancel);

    /// <inheritdoc />
    public Task<bool> RetractAsync(string definitionId, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            connection.Run("triggers.gone", new { definition_id = definitionId });
            return connection.Run("shelf.retract", new { definition_id = definitionId }) > 0;
        }, cancel);

    /// <inheritdoc />
    public Task<bool> RemoveVersionAsync(string versionId, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            if (connection.Run("shelf.remove_version", new { id = versionId }) == 0) return false;
            connection.Run("triggers.version_gone", new { id = versionId });
            connection.Run("shelf.promote_latest", new { id = versionId });
            return true;
        }, cancel);

    /// <inheritdoc />
    public Task<bool> RemoveDefinitionAsync(string definitionId, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            connection.Run("triggers.gone", new { definition_id = definitionId });
            return connection.Run("shelf.remove_definition", new { definition_id = definitionId }) > 0;
        }, cancel);
}
