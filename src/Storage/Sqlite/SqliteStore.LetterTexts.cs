using System.Collections.Immutable;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextsAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("wordings.newest", null, ReadLetterText), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextHistoryAsync(string file, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("wordings.history", new { file }, ReadLetterText), cancel);

    /// <inheritdoc />
    public Task<bool> SaveLetterTextAsync(LetterText text, CancellationToken cancel = default) => WriteAsync(
        connection => connection.Run("wordings.save", new
        {
            file = text.File, number = text.Number, content = text.Content, person = text.Person,
            saved_at = Texts.Of(text.SavedAt),
        }) == 1, cancel);

    internal static LetterText ReadLetterText(Row row) => new(
        row.Text("file"), row.Int("number"), row.TextOrNull("content"), row.Text("person"), row.Moment("saved_at"));
}
