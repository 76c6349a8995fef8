using Npgsql;
using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Who waits for whom and for how long: a start, a step beside a host that stands still, an end without a server.
/// </summary>
public sealed class PostgresPatienceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A statement of every day may take 600 ms here, and wait for a lock two thirds of that.
    private static readonly PostgresOptions Hasty = new() { StatementTimeout = TimeSpan.FromMilliseconds(600) };

    [Fact]
    public async Task A_host_that_starts_waits_for_the_migrations_of_another_one_however_long_they_take()
    {
        var database = await PostgresServer.EmptyDatabaseAsync();
        await using var other = new NpgsqlConnection(database + ";Pooling=false");
        await other.OpenAsync();
        await AskAsync(other, "SELECT pg_advisory_lock(727001)::text");

        var starting = PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read, Hasty);
        while (await AskAsync(other, "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == "0"
            && !starting.IsCompleted) { }
        await AskAsync(other, "SELECT pg_sleep(1.5)::text");
        await AskAsync(other, "SELECT pg_advisory_unlock(727001)::text");

        await using var store = await starting.WaitAsync(Patience);
        Assert.Empty(await store.DueTimersAsync(Moves.Start, 1));
    }

    [Fact]
    public async Task A_step_outwaits_a_host_that_stands_still_with_its_procedure_in_hand()
    {
        var address = PostgresAddress.Read(await PostgresServer.NewDatabaseAsync());
        await using var still = await PostgresStore.OpenAsync(address, PlayDefinitions.Read, Hasty);
        await using var store = await PostgresStore.OpenAsync(address, PlayDefinitions.Read, Hasty);
        var step = Moves.Open(PlayDefinitions.Engine, "p", PlayDefinitions.TwoTasks);
        await store.CommitAsync(CommitBatch.Of(new StepCommit(step, Moves.Opening)));
        await using var claim = await still.ClaimTimersAsync(Moves.Start.AddYears(1), 10);
        Assert.Single(claim.Timers);

        var answer = Moves.Answer(step.After.Waits.Single(w => w.Kind == WaitKind.Task));
        var next = PlayDefinitions.Engine.Advance(step.After, answer, Moves.Start);

        Assert.Equal(CommitResult.Committed, await store.CommitAsync(CommitBatch.Of(new StepCommit(next, answer))));
    }

    [Fact]
    public async Task What_cannot_be_told_any_more_keeps_nobody_from_ending()
    {
        await using var session = await StartAsync(await PostgresServer.NewDatabaseAsync(), new PostgresOptions());
        session.SeeOther();
        // Nothing listens there.
        await using var gone = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=gone;Username=nobody");
        var announcer = new Announcer(gone, _ => { }) { Session = session };

        announcer.AnnounceWork();

        await announcer.DisposeAsync().AsTask().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_host_looks_around_however_much_the_others_have_to_say()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var options = new PostgresOptions { Poll = TimeSpan.FromSeconds(2) };
        await using var session = await StartAsync(database, options);
        await using var other = new NpgsqlConnection(database + ";Pooling=false");
        await other.OpenAsync();
        await AskAsync(other, "SELECT pg_notify('procedures_changed', '0')::text");

        // It comes without a word: only who looks around sees it.
        await using var silent = await StartAsync(database, options);
        for (var said = 0; said < 500 && !session.HasOthers; said++)
            await AskAsync(other, "SELECT pg_notify('procedures_changed', '0')::text || pg_sleep(0.02)::text");

        Assert.True(session.HasOthers);
    }

    [Fact]
    public async Task The_server_asks_within_a_minute_whether_a_silent_host_is_still_there()
    {
        var address = PostgresAddress.Read(await PostgresServer.NewDatabaseAsync());
        await using var connection = new NpgsqlConnection(Connections.Single(address, new PostgresOptions()));
        await connection.OpenAsync();

        Assert.Equal("30", await AskAsync(connection, "SELECT current_setting('tcp_keepalives_idle')"));
    }

    private static Task<HostSession> StartAsync(string database, PostgresOptions options) => HostSession.StartAsync(
        Connections.Single(PostgresAddress.Read(database), options), options, new PostgresClock(TimeProvider.System),
        _ => { }, () => { }, CancellationToken.None);

    private static async Task<string> AskAsync(NpgsqlConnection connection, string sql)
    {
        // The texts are constants of the tests.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
