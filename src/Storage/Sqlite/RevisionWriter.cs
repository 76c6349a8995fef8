using Microsoft.Data.Sqlite;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

/// <summary>Writes revisions into the transaction that is open. A drawing that changes a little costs little.</summary>
internal static class RevisionWriter
{
    /// <summary>Keeps what is being saved.</summary>
    public static void Keep(
        SqliteConnection connection, StoredDefinition definition, byte[] text, DateTimeOffset? replacedAt,
        Author author) => Keep(connection, RevisionPack.Of(definition, replacedAt, author), text);

    /// <summary>
    /// Keeps what stands on the shelf when it was saved by a program that did not yet keep revisions.
    /// </summary>
    public static void KeepUnkept(SqliteConnection connection, StoredDefinition stored)
    {
        var isKept = connection.Scalar<long>("revisions.is_kept", new
        {
            definition_id = stored.DefinitionId, version_id = stored.Id, saved_at = Texts.Of(stored.SavedAt),
        }) > 0;
        if (!isKept) Keep(connection, RevisionPack.Of(stored, null, Author.Nobody), RevisionPack.Pack(stored.Document));
    }

    /// <returns>The number of the revision.</returns>
    public static long Keep(SqliteConnection connection, Revision revision, byte[] text)
    {
        var number = connection.Scalar<long>("revisions.keep", new
        {
            definition_id = revision.DefinitionId, version_id = revision.VersionId, version = revision.Version,
            name = revision.Name, hash = revision.Hash, kind = revision.Kind.ToString(),
            saved_at = Texts.Of(revision.SavedAt), replaced_at = Texts.Of(revision.ReplacedAt),
            person = revision.Author.Person, browser_window = revision.Author.Window,
        });
        connection.Run("revisions.keep_text", new { number, document = text });
        return number;
    }
}
