using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// A transaction that holds rows for this host. They fall free when it ends, when the host dies, and when the host is
/// silent for longer than PostgreSQL lets a transaction idle.
/// </summary>
internal sealed class Claim : IAsyncDisposable
{
    private NpgsqlTransaction? _transaction;

    private Claim(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (Connection, _transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }
    public bool HasEnded => _transaction is null;

    public static async Task<Claim> BeginAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            return new Claim(connection, await connection.BeginTransactionAsync(cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task SaveAsync(string name, CancellationToken cancel) => _transaction!.SaveAsync(name, cancel);

    /// <summary>Undoes what was written since the save; the rows stay this host's.</summary>
    public Task BackToAsync(string name, CancellationToken cancel) => _transaction!.RollbackAsync(name, cancel);

    public async Task CommitAsync(CancellationToken cancel)
    {
        await _transaction!.CommitAsync(cancel);
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>Lets the rows go; what was not committed is undone.</summary>
    public async Task EndAsync()
    {
        if (_transaction is not { } transaction) return;
        _transaction = null;
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            // The connection is gone, and the rows with it.
        }
    }
}
