using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Play;
using Procedures.Runtime;
using Procedures.Storage.Postgres;
using Procedures.Storage.Sqlite;

namespace Procedures.Reliability.Kills;

/// <summary>The database of a run, seen from outside by somebody who reads SQL.</summary>
/// <param name="place">A connection string of PostgreSQL, or the path of a SQLite file.</param>
internal sealed class Database(bool isPostgres, string place)
{
    private const string CutAll = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """;

    /// <summary>What a host is told to find it.</summary>
    public string Place => place;

    /// <summary>Cuts every connection to it.</summary>
    public Task CutAsync() => PostgresServer.AskAsync(place, CutAll);

    /// <summary>The answer to a question that has one number for an answer.</summary>
    public async Task<long> CountAsync(string sql) =>
        long.Parse((await TextsAsync(sql)).Single(), CultureInfo.InvariantCulture);

    /// <summary>The same while the database may be ending or starting; null when it does not answer.</summary>
    public async Task<long?> TryCountAsync(string sql) =>
        await TryTextsAsync(sql) is [var number] ? long.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>The first column of every row; nothing when the database does not answer.</summary>
    public async Task<List<string>> TryTextsAsync(string sql)
    {
        try
        {
            return await TextsAsync(sql);
        }
        catch (Exception problem) when (problem is NpgsqlException or SqliteException or TimeoutException or IOException)
        {
            return [];
        }
    }

    /// <summary>The first column of every row.</summary>
    public async Task<List<string>> TextsAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = isPostgres
            ? new NpgsqlConnection(place + ";Maximum Pool Size=12")
            : new SqliteConnection($"Data Source={place};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The texts are constants of the harness.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            texts.Add(reader.IsDBNull(0) ? "" : Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return texts;
    }

    /// <summary>Checks every journal as the command verify does. On SQLite no host may be running.</summary>
    public async Task<Verification> VerifyAsync()
    {
        if (isPostgres)
        {
            await using var journals = await PostgresJournals.OpenAsync(PostgresAddress.Read(place));
            return await new Verifier(journals).VerifyAsync();
        }
        var reader = new DefinitionReader(new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]));
        await using var store = SqliteStore.Open(place, json => reader.Read(json).Definition!);
        return await new Verifier(store).VerifyAsync();
    }
}
