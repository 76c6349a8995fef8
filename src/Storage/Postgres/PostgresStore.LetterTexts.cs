using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextsAsync(CancellationToken cancel = default) =>
        AllAsync("letter_texts.newest", null, LetterTextReader.Read, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextHistoryAsync(string file, CancellationToken cancel = default) =>
        AllAsync("letter_texts.history", new { file }, LetterTextReader.Read, cancel);

    /// <inheritdoc />
    public Task<bool> SaveLetterTextAsync(LetterText text, CancellationToken cancel = default) =>
        HasChangedAsync("letter_texts.save", new
        {
            file = text.File, number = text.Number, content = text.Content, person = text.Person, saved_at = text.SavedAt,
        }, cancel);
}
