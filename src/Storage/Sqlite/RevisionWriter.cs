using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Procedures.Storage.Sqlite;

/// <summary>Writes revisions into the transaction that is open. A drawing that changes a little costs little.</summary>
internal static class RevisionWriter
{
    /// <summary>Keeps what is being saved.</summary>
    public static void Keep(
        SqliteConnection connection, StoredDefinition definition, byte[] text, DateTimeOffset? replacedAt,
        Author author) => Keep(connection, RevisionOf(definition, replacedAt, author), text);

    /// <summary>Keeps what stands on the shelf when it was saved by a program that did not yet keep revisions.</summary>
    public static void KeepUnkept(SqliteConnection connection, StoredDefinition stored)
    {
        var isKept = connection.Scalar<long>("revisions.is_kept", new
        {
            definition_id = stored.DefinitionId, version_id = stored.Id, saved_at = Texts.Of(stored.SavedAt),
        }) > 0;
        if (!isKept) Keep(connection, RevisionOf(stored, null, Author.Nobody), Pack(stored.Document));
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

    public static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Unpack(byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    internal static Revision RevisionOf(StoredDefinition definition, DateTimeOffset? replacedAt, Author author) => new()
    {
        DefinitionId = definition.DefinitionId, VersionId = definition.Id, Version = definition.Version,
        Name = definition.Name, Hash = definition.Hash,
        Kind = definition.IsPublished ? RevisionKind.Published : RevisionKind.Saved,
        SavedAt = definition.SavedAt, ReplacedAt = replacedAt, Author = author,
    };
}
