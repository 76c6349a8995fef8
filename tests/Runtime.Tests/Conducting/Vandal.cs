using Microsoft.Data.Sqlite;

namespace Procedures.Runtime.Conducting;

/// <summary>Somebody who holds the disk and knows SQL.</summary>
internal static class Vandal
{
    /// <summary>
    /// Runs statements on a closed database; the triggers that protect the journal are taken away first.
    /// </summary>
    public static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The texts are constants of the tests.
#pragma warning disable CA2100
        command.CommandText =
            "DROP TRIGGER IF EXISTS journal_is_never_changed; DROP TRIGGER IF EXISTS journal_is_never_cut;" + sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
