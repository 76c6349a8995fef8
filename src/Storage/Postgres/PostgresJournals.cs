using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using Procedures.Journal;

namespace Procedures.Storage.Postgres;

/// <summary>
/// The journals as they stood at one moment, whatever hosts write meanwhile. One reader at a time.
/// </summary>
public sealed class PostgresJournals : IJournalReader, IAsyncDisposable
{
    private const int Handful = 500;
    private readonly NpgsqlConnection _connection;
    private readonly bool _isOwner;

    private PostgresJournals(NpgsqlConnection connection, bool isOwner) =>
        (_connection, _isOwner) = (connection, isOwner);

    /// <summary>Opens the database for reading; hosts may go on working.</summary>
    /// <exception cref="StoreRefusedException">It does not answer, has no procedures, or is of another version.</exception>
    public static async Task<PostgresJournals> OpenAsync(PostgresAddress address, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var connection = new NpgsqlConnection(Connections.Single(address, new PostgresOptions()));
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("connection.be_patient", null, cancel);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            var version = await connection.ScalarAsync<int>("connection.schema_version", null, cancel);
            if (version != Migrations.Newest) throw new StoreRefusedException((
                $"The database {address.Shown} has schema version {version}; this program reads version {Migrations.Newest}.",
                $"La base {address.Shown} a la version de schéma {version} ; ce programme lit la version {Migrations.Newest}."));
            return new PostgresJournals(connection, isOwner: true);
        }
        catch (NpgsqlException problem)
        {
            await connection.DisposeAsync();
            throw new StoreRefusedException((
                $"PostgreSQL at {address.Shown} cannot be read: {problem.Message}",
                $"PostgreSQL ne peut être lu à l'adresse {address.Shown} : {problem.Message}"), problem);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The journals as a transaction that is open sees them.</summary>
    internal static PostgresJournals Of(NpgsqlConnection connection) => new(connection, isOwner: false);

    /// <inheritdoc />
    public async Task<Page<JournalEntry>> JournalAsync(
        string procedureId, PageRequest page, bool newestFirst = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var parameters = new { procedure = procedureId, take = page.Take, skip = page.Skip };
        var statement = newestFirst ? "journal.newest_first" : "journal.oldest_first";
        return new Page<JournalEntry>(
            await _connection.AllAsync(statement, parameters, PostgresStore.ReadEntry, cancel),
            await _connection.ScalarAsync<long>("journal.count", parameters, cancel));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(
        string procedureId, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var command = _connection.CommandOf("journal.all_of", new { procedure = procedureId });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) yield return PostgresStore.ReadEntry(new Row(reader));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalSeal> ReadSealsAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // In handfuls, so that the connection is free for the journals in between.
        for (var after = ""; ;)
        {
            var seals = await _connection.AllAsync("journal.seals_after", new { after, limit = Handful }, row =>
                new JournalSeal(row.Text("id"), row.Long("journal_length"), row.Text("journal_head")), cancel);
            if (seals.IsEmpty) yield break;
            foreach (var seal in seals) yield return seal;
            after = seals[^1].ProcedureId;
        }
    }

    /// <inheritdoc />
    public Task<ImmutableArray<string>> OrphanJournalsAsync(CancellationToken cancel = default) =>
        _connection.AllAsync("journal.orphans", null, row => row.Text("procedure"), cancel);

    public async ValueTask DisposeAsync()
    {
        if (_isOwner) await _connection.DisposeAsync();
    }
}
