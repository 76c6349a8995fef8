using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>The store in one SQLite file: WAL, every commit on the disk before it counts, one host.</summary>
public sealed partial class SqliteStore : IProcedureStore
{
    private readonly ConcurrentDictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Func<string, Definition> _readDefinition;
    private readonly HostLock _lock;
    private readonly WriteQueue _writes;
    private readonly string _readOnly;
    private readonly ProcedureJson _json;
    private volatile AddressBook? _addressBook;

    private SqliteStore(
        HostLock hostLock, WriteQueue writes, string readOnly, Func<string, Definition> readDefinition)
    {
        (_lock, _writes, _readOnly, _readDefinition) = (hostLock, writes, readOnly, readDefinition);
        _json = new ProcedureJson(hash => _definitions.GetValueOrDefault(hash));
    }

    /// <summary>Opens the database, makes it when it is not there, and brings it up to this program.</summary>
    /// <param name="path">The database file. Its folder is made; beside it stands a .lock file.</param>
    /// <param name="readDefinition">Reads the JSON of a definition that was written by this program.</param>
    /// <exception cref="StoreRefusedException">Another host works on it, or a newer program has written it.</exception>
    public static SqliteStore Open(
        string path, Func<string, Definition> readDefinition, ICrashPoints? crashPoints = null)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var hostLock = HostLock.Take(path);
        try
        {
            var connection = Connect(path);
            var writes = new WriteQueue(connection, crashPoints ?? NoCrashPoints.Instance);
            return new SqliteStore(hostLock, writes, ReadingOf(path), readDefinition);
        }
        catch
        {
            hostLock.Dispose();
            throw;
        }
    }

    /// <summary>Finishes what is being written and lets the database go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        await using (var connection = new SqliteConnection(_readOnly)) SqliteConnection.ClearPool(connection);
        _lock.Dispose();
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute(Statements.Of("connection.settle"));
            Migrations.Run(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ReadingOf(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true,
    }.ToString();

    private async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var connection = new SqliteConnection(_readOnly);
        await connection.OpenAsync(cancel);
        return read(connection);
    }

    private Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancel) =>
        _writes.WriteAsync(connection => (write(connection), true), cancel);
}
