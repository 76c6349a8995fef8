using System.IO.Compression;
using System.Text;

namespace Procedures.Storage.Rows;

/// <summary>What is kept of a definition that is saved: its text, packed, and what stands beside it.</summary>
internal static class RevisionPack
{
    public static Revision Of(StoredDefinition definition, DateTimeOffset? replacedAt, Author author) => new()
    {
        DefinitionId = definition.DefinitionId, VersionId = definition.Id, Version = definition.Version,
        Name = definition.Name, Hash = definition.Hash,
        Kind = definition.IsPublished ? RevisionKind.Published : RevisionKind.Saved,
        SavedAt = definition.SavedAt, ReplacedAt = replacedAt, Author = author,
    };

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
}
