using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Procedures.Storage.Sqlite;

/// <summary>
/// The numbered scripts that bring a database up to this program, and the refusal of newer databases.
/// </summary>
internal static class Migrations
{
    private static readonly ImmutableArray<SqlScript> Scripts = SqlScript.AllOf("sqlite/migrations/");

    /// <summary>The version that this program writes.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Runs what is missing, all of it in one transaction.</summary>
    /// <exception cref="StoreRefusedException">The database was written by a newer program.</exception>
    public static void Run(SqliteConnection connection)
    {
        connection.Execute(Statements.Of("connection.begin"));
        connection.Execute(Statements.Of("connection.create_meta"));
        var version = connection.ExecuteScalar<int>(Statements.Of("connection.schema_version"));
        if (version > Newest)
        {
            connection.Execute(Statements.Of("connection.rollback"));
            throw StoreRefusedException.TooNew(connection.DataSource, version, Newest);
        }
        foreach (var script in Scripts.Where(s => s.Version > version))
        {
            connection.Execute(script.Sql);
            connection.Execute(
                Statements.Of("connection.set_schema_version"), new { version = script.Version, name = script.Name });
        }
        connection.Execute(Statements.Of("connection.commit"));
    }
}
