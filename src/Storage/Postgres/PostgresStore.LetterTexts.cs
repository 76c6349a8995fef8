using System.Collections.Immutable;
using Procedures.Storage.Sqlite;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextsAsync(CancellationToken cancel = default) =>
        AllAsync("wordings.newest", null, SqliteStore.ReadLetterText, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<LetterText>> LetterTextHistoryAsync(string file, CancellationToken cancel = default) =>
        AllAsync("wordings.history", new { file }, SqliteStore.ReadLetterText, cancel);

    /// <inheritdoc />
    public Task<bool> SaveLetterTextAsync(LetterText text, CancellationToken cancel = default) =>
        HasChangedAsync("wordings.save", new
        {
            file = text.File, number = text.Number, content = text.Content, person = text.Person, saved_at = text.SavedAt,
        }, cancel);
}
