using System.Collections.Immutable;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>The numbered scripts that bring a database up to this program, and the refusal of newer databases.</summary>
internal static class Migrations
{
    /// <summary>How often a script is tried that is ended because of a lock.</summary>
    private const int Attempts = 10;

    private static readonly ImmutableArray<SqlScript> Scripts = SqlScript.AllOf("postgres/migrations/");

    /// <summary>The version that this program writes.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Runs what is missing, each script in a transaction. Hosts that start together take turns.</summary>
    /// <param name="connection">
    /// A patient one: another host may change large tables meanwhile, and so may this one. For the locks of tables a script
    /// waits no longer than other statements, because everybody else would wait behind it.
    /// </param>
    /// <exception cref="StoreRefusedException">The database was written by a newer program.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await connection.RunAsync("connection.be_patient", null, cancel);
        await connection.RunAsync("connection.lock_migrations", null, cancel);
        await connection.RunAsync("connection.be_patient_no_more", null, cancel);
        try
        {
            await connection.RunAsync("connection.create_meta", null, cancel);
            var version = await connection.ScalarAsync<int>("connection.schema_version", null, cancel);
            if (version > Newest) throw StoreRefusedException.TooNew(
                connection.Database, version, Newest);
            foreach (var script in Scripts.Where(s => s.Version > version)) await InsistAsync(connection, script, cancel);
        }
        finally
        {
            await connection.RunAsync("connection.unlock_migrations", null, cancel);
        }
    }

    // Hosts of the release before may be at work: a change of several tables can meet their locks crosswise, and then
    // PostgreSQL ends one of the two. The script is one transaction, so it can be run again.
    private static async Task InsistAsync(NpgsqlConnection connection, SqlScript script, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await RunAsync(connection, script, cancel);
                return;
            }
            catch (PostgresException crossed) when (attempt < Attempts
                && crossed.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable)
            {
                // PostgreSQL has waited already before it said so.
            }
    }

    private static async Task RunAsync(NpgsqlConnection connection, SqlScript script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // The text is that of the program's own .sql file.
#pragma warning disable CA2100
        await using (var command = new NpgsqlCommand(script.Sql, connection, transaction))
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancel);
        await connection.RunAsync(
            "connection.set_schema_version", new { version = script.Version, name = script.Name }, cancel);
        await transaction.CommitAsync(cancel);
    }
}
