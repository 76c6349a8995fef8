using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextsAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("letter_texts.newest", null, LetterTextReader.Read), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextHistoryAsync(string file, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("letter_texts.history", new { file }, LetterTextReader.Read), cancel);

    /// <inheritdoc />
    public Task<bool> SaveLetterTextAsync(LetterText text, CancellationToken cancel = default) => WriteAsync(
        connection => connection.Run("letter_texts.save", new
        {
            file = text.File, number = text.Number, content = text.Content, person = text.Person,
            saved_at = Texts.Of(text.SavedAt),
        }) == 1, cancel);
}
