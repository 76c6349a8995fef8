namespace Procedures.Storage.Rows;

/// <summary>Revisions from their rows.</summary>
internal static class RevisionReader
{
    public static Revision Read(Row row) => new()
    {
        Number = row.Long("number"), DefinitionId = row.Text("definition_id"), VersionId = row.Text("version_id"),
        Version = row.Int("version"), Name = row.Text("name"), Hash = row.Text("hash"),
        Kind = row.Enum<RevisionKind>("kind"), SavedAt = row.Moment("saved_at"),
        ReplacedAt = row.MomentOrNull("replaced_at"), Author = new(row.Text("person"), row.Text("browser_window")),
    };

    public static RevisionText ReadText(Row row) =>
        new(Read(row), RevisionPack.Unpack(row.Bytes("document")));
}
