namespace Procedures.Storage.Rows;

/// <summary>Edited words of letters from their rows.</summary>
internal static class LetterTextReader
{
    public static LetterText Read(Row row) => new(
        row.Text("file"), row.Int("number"), row.TextOrNull("content"), row.Text("person"), row.Moment("saved_at"));
}
