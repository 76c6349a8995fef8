namespace Procedures.Storage.Rows;

/// <summary>Definitions on the shelf from their rows.</summary>
internal static class ShelfReader
{
    public static StoredDefinition Read(Row row) => new()
    {
        Id = row.Text("id"), DefinitionId = row.Text("definition_id"), Version = row.Int("version"),
        Name = row.Text("name"), Hash = row.Text("hash"), IsLatest = row.Flag("is_latest"),
        IsPublished = row.Flag("is_published"), CreatedAt = row.Moment("created_at"), SavedAt = row.Moment("saved_at"),
        Document = row.Text("document"),
    };

    public static DefinitionRow ReadRow(Row row) => new()
    {
        Id = row.Text("id"), DefinitionId = row.Text("definition_id"), Version = row.Int("version"),
        Name = row.Text("name"), Hash = row.Text("hash"), IsLatest = row.Flag("is_latest"),
        IsPublished = row.Flag("is_published"), CreatedAt = row.Moment("created_at"), SavedAt = row.Moment("saved_at"),
    };
}
