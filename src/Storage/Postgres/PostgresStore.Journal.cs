using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<Page<JournalEntry>> JournalAsync(
        string procedureId, PageRequest page, bool newestFirst = false, CancellationToken cancel = default)
    {
        var parameters = new { procedure = procedureId, take = page.Take, skip = page.Skip };
        return PageAsync(newestFirst ? "journal.newest_first" : "journal.oldest_first", "journal.count",
            parameters, ReadEntry, cancel);
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
        AllAsync("journal.orphans", null, row => row.Text("procedure"), cancel);

    private async IAsyncEnumerable<T> StreamAsync<T>(
        string statement, object? parameters, Func<Row, T> map, [EnumeratorCancellation] CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        // A stale plan shows before the first row.
        await using var reader = await Anew.DoAsync(_source, () => BeginAsync(statement, parameters, cancel), cancel);
        while (await reader.ReadAsync(cancel)) yield return map(new Row(reader));
    }

    /// <returns>A reader that lets its connection go when it is disposed.</returns>
    private async Task<NpgsqlDataReader> BeginAsync(string statement, object? parameters, CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            await using var command = connection.CommandOf(statement, parameters);
            return await command.ExecuteReaderAsync(CommandBehavior.CloseConnection, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static JournalEntry ReadEntry(Row row) => new(
        row.Long("number"), row.Int("step"), row.Moment("at").AddTicks(row.Int("at_rest")), row.Text("event"),
        row.TextOrNull("activity_id"),
        row.TextOrNull("node_id"), row.IntOrNull("activation"), row.Text("actor"), row.Bilingual("sentence"),
        row.TextOrNull("data") is { } data ? ValueJson.Parse(data) : Value.Undefined)
    {
        Hash = row.Text("hash"),
    };
}
