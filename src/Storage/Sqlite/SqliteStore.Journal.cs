using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<Page<JournalEntry>> JournalAsync(
        string procedureId, PageRequest page, bool newestFirst = false, CancellationToken cancel = default)
    {
        var parameters = new { procedure = procedureId, take = page.Take, skip = page.Skip };
        return ReadAsync(connection => new Page<JournalEntry>(
            connection.All(newestFirst ? "journal.newest_first" : "journal.oldest_first", parameters, ReadEntry),
            connection.Scalar<long>("journal.count", parameters)), cancel);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(string procedureId, CancellationToken cancel = default) =>
        StreamAsync("journal.all_of", new { procedure = procedureId }, ReadEntry, cancel);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalSeal> ReadSealsAsync(CancellationToken cancel = default) =>
        StreamAsync("journal.seals", null, row =>
            new JournalSeal(row.Text("id"), row.Long("journal_length"), row.Text("journal_head")), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<string>> OrphanJournalsAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("journal.orphans", null, row => row.Text("procedure")), cancel);

    private async IAsyncEnumerable<T> StreamAsync<T>(
        string statement, object? parameters, Func<Row, T> map, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_readOnly);
        await connection.OpenAsync(cancel);
        await using var reader = await connection.ExecuteReaderAsync(Statements.Of(statement), parameters);
        while (await reader.ReadAsync(cancel)) yield return map(new Row(reader));
    }

    private static JournalEntry ReadEntry(Row row) => new(
        row.Long("number"), row.Int("step"), row.Moment("at"), row.Text("event"), row.TextOrNull("activity_id"),
        row.TextOrNull("node_id"), row.IntOrNull("activation"), row.Text("actor"), row.Bilingual("sentence"),
        row.TextOrNull("data") is { } data ? ValueJson.Parse(data) : Value.Undefined)
    {
        Hash = row.Text("hash"),
    };
}
