using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Procedures.Storage.Sqlite;

/// <summary>
/// The one hand that writes. What waits at the same time shares one commit; nobody waits when it is idle.
/// </summary>
/// <remarks>Each write stands in a savepoint of its own: one that fails takes nothing of the others with it.</remarks>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestGroup = 128;
    private readonly Channel<Pending> _pending =
        Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly ICrashPoints _crash;
    private readonly Task _loop;

    public WriteQueue(SqliteConnection connection, ICrashPoints crash)
    {
        (_connection, _crash) = (connection, crash);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Completes when the write is on the disk, with what it gave back.</summary>
    /// <param name="write">Keep says whether what was written shall stay.</param>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, (T Result, bool Keep)> write, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var pending = new Pending<T>(write);
        ObjectDisposedException.ThrowIf(!_pending.Writer.TryWrite(pending), typeof(SqliteStore));
        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Pending>();
        while (await _pending.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _pending.Reader.TryRead(out var next)) group.Add(next);
            Write(group);
            group.Clear();
        }
    }

    private void Write(List<Pending> group)
    {
        try
        {
            _crash.Reach(CrashPoint.BeforeWrite);
            _connection.Run("connection.begin");
            foreach (var pending in group) WriteOne(pending);
            _crash.Reach(CrashPoint.BeforeCommit);
            _connection.Run("connection.commit");
            _crash.Reach(CrashPoint.AfterCommit);
            foreach (var pending in group) pending.Complete();
        }
        catch (Exception exception)
        {
            RollBack();
            foreach (var pending in group) pending.Fail(exception);
        }
    }

    private void WriteOne(Pending pending)
    {
        _connection.Run("connection.savepoint");
        bool keep;
        try
        {
            keep = pending.Write(_connection);
        }
        catch (Exception exception) when (IsInTransaction)
        {
            pending.Fail(exception);
            keep = false;
        }
        _connection.Run(keep ? "connection.keep" : "connection.undo");
    }

    private bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    private void RollBack()
    {
        try
        {
            if (IsInTransaction) _connection.Run("connection.rollback");
        }
        catch (SqliteException)
        {
            // SQLite may have rolled back by itself (disk full). The next write says what is wrong, if anything is.
        }
    }

    private abstract class Pending
    {
        public abstract bool Write(SqliteConnection connection);
        public abstract void Complete();
        public abstract void Fail(Exception exception);
    }

    private sealed class Pending<T>(Func<SqliteConnection, (T Result, bool Keep)> write) : Pending
    {
        // Continuations must not run on the writing hand: it would wait for what it is to write next.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override bool Write(SqliteConnection connection)
        {
            (_result, var keep) = write(connection);
            return keep;
        }

        public override void Complete() => _done.TrySetResult(_result!);
        public override void Fail(Exception exception) => _done.TrySetException(exception);
    }
}
