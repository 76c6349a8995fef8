using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>The store in PostgreSQL: any number of hosts, one round trip a step, every commit on the disk.</summary>
public sealed partial class PostgresStore : IProcedureStore, IChangeFeed
{
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Shelved> _shelved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);
    private readonly LastStates _lastStates = new();
    private readonly Func<string, Definition> _readDefinition;

    // For lists and whatever is rare; for what finds rows by their key; for claims, which hold theirs while they use both.
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _keyed;
    private readonly NpgsqlDataSource _claims;
    private readonly ICrashPoints _crash;
    private readonly HostSession _session;
    private readonly Announcer _announcer;
    private readonly NumberDesk _numbers;
    private readonly ReadDesks _desks;
    private readonly WriteLanes _lanes;
    private readonly ProcedureJson _json;
    private readonly string _ownConnection;
    private volatile AddressBook? _addressBook;
    private bool _isClosed;

    private PostgresStore(
        NpgsqlDataSource source, PostgresAddress address, Func<string, Definition> readDefinition,
        PostgresOptions options, HostSession session, Announcer announcer, PostgresClock clock)
    {
        _ownConnection = Connections.Single(address, options);
        (_source, _readDefinition, _session, _announcer, Clock) = (source, readDefinition, session, announcer, clock);
        _keyed = NpgsqlDataSource.Create(Connections.Keyed(address, options, "steps"));
        _claims = NpgsqlDataSource.Create(Connections.Keyed(address, options, "work"));
        _crash = options.CrashPoints;
        _numbers = new NumberDesk(_keyed);
        _desks = new ReadDesks(_keyed);
        _lanes = new WriteLanes(_keyed, _crash, options.Lanes);
        _json = new ProcedureJson(hash => _definitions.GetValueOrDefault(hash));
    }

    /// <inheritdoc />
    public event Action<StoreChange>? Changed;

    /// <summary>The database's clock, by which all hosts judge what is due.</summary>
    public PostgresClock Clock { get; }

    /// <summary>The host's number among those that work on the database.</summary>
    public int HostNumber => _session.Number;

    /// <summary>Opens the database and brings it up to this program. It waits half a minute for a server that starts.</summary>
    /// <param name="readDefinition">Reads the JSON of a definition that was written by this program.</param>
    /// <exception cref="StoreRefusedException">
    /// There is no such server or database, it does not let us in, or a newer program has written it.
    /// </exception>
    public static async Task<PostgresStore> OpenAsync(
        PostgresAddress address, Func<string, Definition> readDefinition, PostgresOptions? options = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        options ??= new PostgresOptions();
        var source = NpgsqlDataSource.Create(Connections.Pooled(address, options));
        try
        {
            await MigrateAsync(address, options, cancel);
            PostgresStore? store = null;
            var announcer = new Announcer(source, change => store?.Changed?.Invoke(change));
            var clock = new PostgresClock(TimeProvider.System);
            var own = Connections.Single(address, options);
            var session = await HostSession.StartAsync(own, options, clock, announcer.Hear, () =>
            {
                store?.ForgetWhatIsStored();
                announcer.Suppose();
            }, cancel);
            announcer.Session = session;
            store = new PostgresStore(source, address, readDefinition, options, session, announcer, clock);
            announcer.Greet();
            return store;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finishes what is being written and lets the database go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        await _lanes.DisposeAsync();
        await _announcer.DisposeAsync();
        await _session.DisposeAsync();
        await _claims.DisposeAsync();
        await _keyed.DisposeAsync();
        await _source.DisposeAsync();
    }

    // The server that answers after a break may be a copy that lagged behind: what was stored there is asked anew. The
    // states of procedures need not be forgotten, since each is compared by its journal.
    private void ForgetWhatIsStored()
    {
        ForgetAddresses();
        _kept.Clear();
        _shelved.Clear();
    }

    private static async Task MigrateAsync(
        PostgresAddress address, PostgresOptions options, CancellationToken cancel)
    {
        var begin = TimeProvider.System.GetTimestamp();
        for (var failures = 1; ; failures++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connections.Patient(address, options));
                await connection.OpenAsync(cancel);
                await Migrations.RunAsync(connection, cancel);
                return;
            }
            catch (Exception problem) when (
                Breaks.IsLostConnection(problem) && TimeProvider.System.GetElapsedTime(begin) < PatienceAtStart)
            {
                await Pauses.WaitAsync(Breaks.PauseAfter(failures), cancel);
            }
            catch (NpgsqlException problem)
            {
                throw new StoreRefusedException((
                    $"PostgreSQL at {address.Shown} cannot be used: {problem.Message}",
                    $"PostgreSQL ne peut être utilisé à l'adresse {address.Shown} : {problem.Message}"), problem);
            }
        }
    }

    /// <inheritdoc />
    public bool IsOutOfReach(Exception failure) => Breaks.IsOutOfReach(failure);

    private Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancel) =>
        Anew.DoAsync(_source, async () =>
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            await using var connection = await _source.OpenConnectionAsync(cancel);
            return await read(connection);
        }, cancel);

    private Task<ImmutableArray<T>> AllAsync<T>(
        string statement, object? parameters, Func<Row, T> map, CancellationToken cancel) =>
        ReadAsync(connection => connection.AllAsync(statement, parameters, map, cancel), cancel);

    private Task<T?> OneAsync<T>(string statement, object? parameters, Func<Row, T> map, CancellationToken cancel)
        where T : class =>
        ReadAsync(connection => connection.OneAsync(statement, parameters, map, cancel), cancel);

    private Task<T?> ScalarAsync<T>(string statement, object? parameters, CancellationToken cancel) =>
        ReadAsync(connection => connection.ScalarAsync<T>(statement, parameters, cancel), cancel);

    private Task<DateTimeOffset?> MomentAsync(string statement, CancellationToken cancel) => ReadAsync(
        async connection => await connection.ScalarAsync<DateTime?>(statement, null, cancel) is { } moment
            ? new DateTimeOffset(moment)
            : (DateTimeOffset?)null, cancel);

    private Task<Page<T>> PageAsync<T>(
        string statement, string count, object parameters, Func<Row, T> map, CancellationToken cancel) =>
        ReadAsync(async connection => new Page<T>(
            await connection.AllAsync(statement, parameters, map, cancel),
            await connection.ScalarAsync<long>(count, parameters, cancel)), cancel);

    private async Task<bool> HasChangedAsync(string statement, object parameters, CancellationToken cancel) =>
        await WriteAsync(statement, parameters, cancel) > 0;

    /// <summary>Runs one statement that changes something.</summary>
    private async Task<int> WriteAsync(string statement, object? parameters, CancellationToken cancel) =>
        await WriteAsync(connection => connection.RunAsync(statement, parameters, cancel), cancel);

    /// <param name="write">One statement, or one transaction: it may be asked for again as a whole.</param>
    private Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancel) =>
        Anew.DoAsync(_source, async () =>
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _crash.Reach(CrashPoint.BeforeWrite);
            await using var connection = await _source.OpenConnectionAsync(cancel);
            _crash.Reach(CrashPoint.BeforeCommit);
            var result = await write(connection);
            _crash.Reach(CrashPoint.AfterCommit);
            return result;
        }, cancel);

    /// <summary>Runs statements in one transaction.</summary>
    /// <param name="write">Keep says whether what was written shall stay.</param>
    private Task<T> WriteTogetherAsync<T>(
        Func<NpgsqlConnection, Task<(T Result, bool Keep)>> write, CancellationToken cancel) =>
        WriteAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var (result, keep) = await write(connection);
            if (keep) await transaction.CommitAsync(cancel);
            return result;
        }, cancel);

    /// <summary>A list to compare with; null when it is empty and so filters nothing.</summary>
    private static string[]? ListOf(IEnumerable<string> items) => items.ToArray() is { Length: > 0 } array ? array : null;
}
