using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// The host's own connection: it shows that the host lives, hears what other hosts have changed, and looks at the
/// database's clock. When it breaks it is made again.
/// </summary>
internal sealed class HostSession : IAsyncDisposable
{
    /// <summary>The first number of the advisory lock by which a host is known to live; the second is its own.</summary>
    public const int HostClass = 727002;

    private readonly string _address;
    private readonly PostgresOptions _options;
    private readonly PostgresClock _clock;
    private readonly Action<string> _heard;
    private readonly Action _heardNothing;
    private readonly CancellationTokenSource _stop = new();
    private NpgsqlConnection? _connection;
    private Task _loop = Task.CompletedTask;
    private long _lookedAt;
    private int _others;

    private HostSession(
        string address, PostgresOptions options, PostgresClock clock, Action<string> heard, Action heardNothing) =>
        (_address, _options, _clock, _heard, _heardNothing) = (address, options, clock, heard, heardNothing);

    /// <summary>The host's number; no two hosts that live have the same.</summary>
    public int Number { get; private set; }

    /// <summary>Whether another host was there when somebody looked last.</summary>
    public bool HasOthers => Volatile.Read(ref _others) > 0;

    /// <param name="heard">Told of every announcement, on the session's own thread.</param>
    /// <param name="heardNothing">Told when the session stands again and announcements may have been missed.</param>
    public static async Task<HostSession> StartAsync(
        string address, PostgresOptions options, PostgresClock clock, Action<string> heard, Action heardNothing,
        CancellationToken cancel)
    {
        var session = new HostSession(address, options, clock, heard, heardNothing);
        await session.ConnectAsync(cancel);
        session._loop = Task.Run(session.RunAsync, CancellationToken.None);
        return session;
    }

    /// <summary>Another host has announced itself or its work.</summary>
    public void SeeOther() => Interlocked.CompareExchange(ref _others, 1, 0);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        if (_connection is { } connection)
        {
            try
            {
                // The server ends a session a moment after its client; the lock must not outlive the host.
                await connection.RunAsync("connection.unlock_host", LockOf(Number), CancellationToken.None);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
            {
                // A broken connection holds no lock.
            }
            await connection.DisposeAsync();
        }
        _stop.Dispose();
    }

    private static object LockOf(int number) => new { host_class = HostClass, host = number };

    // A sequence may go back when PostgreSQL crashes: a number that a living host has is passed over.
    private static async Task<int> TakeNumberAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        while (true)
        {
            var number = await connection.ScalarAsync<int>("connection.take_host_number", null, cancel);
            if (await connection.ScalarAsync<bool>("connection.lock_host", LockOf(number), cancel)) return number;
        }
    }

    private async Task RunAsync()
    {
        for (var failures = 0; !_stop.IsCancellationRequested;)
        {
            try
            {
                if (_connection is null)
                {
                    await ConnectAsync(_stop.Token);
                    _heardNothing();
                }
                failures = 0;
                var heard = await _connection!.WaitAsync(_options.Poll, _stop.Token);
                // Where much is heard there is no silence to look around in.
                if (!heard || _clock.GetElapsedTime(_lookedAt) >= _options.Poll) await LookAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                _options.Troubled(exception);
                await DropAsync();
                await RestAsync(Breaks.PauseAfter(++failures));
            }
        }
    }

    private async Task RestAsync(TimeSpan pause)
    {
        try
        {
            await Pauses.WaitAsync(pause, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop's condition ends it.
        }
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(_address);
        try
        {
            await connection.OpenAsync(cancel);
            if (Number == 0) Number = await TakeNumberAsync(connection, cancel);
            else if (!await connection.ScalarAsync<bool>("connection.lock_host", LockOf(Number), cancel))
                throw new NpgsqlException("The session of before still lives.");
            connection.Notification += (_, notice) => _heard(notice.Payload);
            await connection.RunAsync("connection.listen", null, cancel);
            _connection = connection;
            await LookAsync(cancel);
        }
        catch
        {
            _connection = null;
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var connection = _connection!;
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Reading.BatchCommandOf("connection.count_hosts", new { host_class = HostClass }));
        // Last, so that the answer comes straight back.
        batch.BatchCommands.Add(Reading.BatchCommandOf("connection.clock"));
        var asked = _lookedAt = _clock.GetTimestamp();
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var hosts = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        _clock.Set(reader.GetFieldValue<DateTimeOffset>(0), asked);
        Volatile.Write(ref _others, (int)hosts - 1);
    }

    private async Task DropAsync()
    {
        if (_connection is not { } connection) return;
        _connection = null;
        await connection.DisposeAsync();
    }
}
