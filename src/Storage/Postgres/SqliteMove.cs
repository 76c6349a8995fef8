using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Procedures.Storage.Sqlite;

namespace Procedures.Storage.Postgres;

/// <summary>Copies everything from a SQLite file into an empty PostgreSQL database, in one transaction.</summary>
public static class SqliteMove
{
    /// <param name="file">The SQLite database. No host may work on it; it is only read.</param>
    /// <param name="check">Looks at the copied journals before they count; what it returns is why they do not.</param>
    /// <returns>The tables in the order in which they were copied.</returns>
    /// <exception cref="StoreRefusedException">The target is not empty, or what was copied is not what was there.</exception>
    public static async Task<ImmutableArray<MovedTable>> RunAsync(
        string file, PostgresAddress to, Func<IJournalReader, Task<Bilingual?>> check, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(check);
        await using var target = new NpgsqlConnection(Connections.Single(to, new PostgresOptions()));
        await target.OpenAsync(cancel);
        await Migrations.RunAsync(target, cancel);
        await target.RunAsync("connection.be_patient", null, cancel);
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        await source.OpenAsync(cancel);
        await using var transaction = await target.BeginTransactionAsync(cancel);
        var moved = ImmutableArray.CreateBuilder<MovedTable>();
        foreach (var table in InOrder(source)) moved.Add(await CopyAsync(source, target, table, cancel));
        await target.RunAsync("move.continue_numbers", null, cancel);
        if (await check(PostgresJournals.Of(target)) is { } problem) throw new StoreRefusedException(problem);
        await transaction.CommitAsync(cancel);
        return moved.ToImmutable();
    }

    // Every contact that is copied counts.
    private const string CountedAnew = "contacts_revision";

    // A table comes after those that it refers to.
    private static List<string> InOrder(SqliteConnection source)
    {
        var left = source.Query<string>(Sqlite.Statements.Of("connection.tables")).Where(table => table != CountedAnew).ToList();
        var order = new List<string>();
        while (left.Count > 0)
        {
            var next = left.First(table => source
                .Query<string>(Sqlite.Statements.Of("connection.parents"), new { table })
                .All(parent => !left.Contains(parent)));
            left.Remove(next);
            order.Add(next);
        }
        return order;
    }

    private static async Task<MovedTable> CopyAsync(
        SqliteConnection source, NpgsqlConnection target, string table, CancellationToken cancel)
    {
        if (await CountAsync(target, table, cancel) > 0)
            throw new StoreRefusedException((
                $"The table {table} of {target.Database} is not empty: choose an empty database.",
                $"La table {table} de {target.Database} n'est pas vide : choisissez une base vide."));
        var columns = await ColumnsAsync(source, target, table, cancel);
        // The names are those of this program's own tables.
#pragma warning disable CA2100
        await using var command = new SqliteCommand(
            $"SELECT * FROM \"{table}\"{(table == "inbox" ? " ORDER BY number" : "")}", source);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = 0L;
        await using (var copy = await target.BeginBinaryImportAsync(
            $"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", cancel))
        {
            for (; await reader.ReadAsync(cancel); rows++)
            {
                await copy.StartRowAsync(cancel);
                foreach (var column in columns) await column.WriteAsync(copy, reader, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        var arrived = await CountAsync(target, table, cancel);
        if (arrived != rows)
            throw new StoreRefusedException((
                $"Of {rows} rows of {table}, {arrived} arrived. Nothing was kept.",
                $"Sur {rows} lignes de {table}, {arrived} sont arrivées. Rien n'a été conservé."));
        return new MovedTable(table, rows);
    }

    private static async Task<ImmutableArray<MovedColumn>> ColumnsAsync(
        SqliteConnection source, NpgsqlConnection target, string table, CancellationToken cancel)
    {
        var known = (await target.AllAsync("move.columns", new { table },
            row => (Name: row.Text("column_name"), Type: row.Text("data_type")), cancel)).ToDictionary(c => c.Name, c => c.Type);
        var columns = ImmutableArray.CreateBuilder<MovedColumn>();
        foreach (var name in source.Query<string>(Sqlite.Statements.Of("connection.columns"), new { table }))
        {
            // The order of arrival is kept by the order of copying; the numbers are given anew.
            if (table == "inbox" && name == "number") continue;
            if (!known.TryGetValue(name, out var type))
                throw new StoreRefusedException((
                    $"PostgreSQL has no place for {table}.{name}: both must be of this program's version.",
                    $"PostgreSQL n'a pas de place pour {table}.{name} : les deux doivent être de la version de ce programme."));
            columns.Add(new MovedColumn(name, name, type));
        }
        if (known.ContainsKey("at_rest")) columns.Add(new MovedColumn("at_rest", "at", "rest"));
        return columns.ToImmutable();
    }

    private static async Task<long> CountAsync(NpgsqlConnection target, string table, CancellationToken cancel)
    {
        // The name is that of one of this program's own tables.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM \"{table}\"", target);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
