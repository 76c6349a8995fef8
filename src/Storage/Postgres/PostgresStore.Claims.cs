using System.Collections.Immutable;
using Npgsql;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ITimerClaim> ClaimTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        ClaimAsync<ITimerClaim>(async claim =>
        {
            var rows = await claim.Connection.AllAsync("work.claim_timers", new { now, limit }, row => (
                Timer: ReadTimer(row), Hash: row.Text("definition_hash"), Document: row.Text("document")), cancel);
            var problems = new Dictionary<string, Exception>(StringComparer.Ordinal);
            foreach (var hash in rows.Select(row => row.Hash).Distinct())
                if (await TryRememberAsync(claim.Connection, hash, cancel) is { } problem) problems.Add(hash, problem);
            var documents = rows.DistinctBy(row => row.Timer.ProcedureId).ToDictionary(
                row => row.Timer.ProcedureId, row => (row.Document, problems.GetValueOrDefault(row.Hash)),
                StringComparer.Ordinal);
            return new TimerClaim(claim, this, [.. rows.Select(row => row.Timer)], documents);
        }, cancel);

    // A newer host beside this one may have opened a procedure of a definition that this one cannot read.
    private async Task<Exception?> TryRememberAsync(NpgsqlConnection connection, string hash, CancellationToken cancel)
    {
        try
        {
            await RememberAsync(connection, hash, cancel);
            return null;
        }
        catch (Exception problem) when (
            problem is not OperationCanceledException and not NpgsqlException && !Breaks.IsLostConnection(problem))
        {
            return problem;
        }
    }

    /// <inheritdoc />
    public async Task<IMessageClaim?> ClaimMessageAsync(
        DateTimeOffset now, string? origin = null, CancellationToken cancel = default)
    {
        var statement = origin is null ? "work.claim_message" : "work.claim_message_of_origin";
        var found = await ClaimAsync(async claim => (
            Claim: claim,
            Message: await claim.Connection.OneAsync(statement, new { now, origin }, ReadMessage, cancel)), cancel);
        if (found.Message is { } message) return new MessageClaim(found.Claim, this, message);
        await found.Claim.DisposeAsync();
        return null;
    }

    /// <param name="take">Locks rows in the claim's transaction.</param>
    private Task<T> ClaimAsync<T>(Func<Claim, Task<T>> take, CancellationToken cancel) =>
        Anew.DoAsync(_claims, async () =>
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var claim = await Claim.BeginAsync(_claims, cancel);
        try
        {
            return await take(claim);
        }
        catch
        {
            await claim.DisposeAsync();
            throw;
        }
    }, cancel);

    /// <inheritdoc />
    public async Task<IAsyncDisposable> TakeTurnAsync(string what, CancellationToken cancel = default)
    {
        // The lock falls with the connection.
        var connection = new NpgsqlConnection(_ownConnection);
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("connection.be_patient", null, cancel);
            await using var command = connection.CommandOf("connection.take_turn", new { what });
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal Execution.Procedure Read(string document) => _json.Read(document);

    internal StepRows RowsOf(StepCommit step) => new(step, _json);

    /// <summary>Writes steps in the transaction of a claim, which ends.</summary>
    internal async Task CommitInAsync(Claim claim, IEnumerable<StepRows> steps, CancellationToken cancel)
    {
        var rows = steps.OrderBy(step => step.After.Id, StringComparer.Ordinal).ToArray();
        foreach (var row in rows) await KeepDefinitionAsync(row.After.Definition, cancel);
        _crash.Reach(CrashPoint.BeforeWrite);
        await using (var batch = StepBatch.Of(claim.Connection, rows)) await batch.ExecuteNonQueryAsync(cancel);
        _crash.Reach(CrashPoint.BeforeCommit);
        // Once it is sent it must be learnt how it ended, also when the program is told to stop.
        await claim.CommitAsync(CancellationToken.None);
        _crash.Reach(CrashPoint.AfterCommit);
        foreach (var row in rows) _lastStates.Remember(row.After, row.Document.Length);
        _announcer.Announce(rows);
    }

    internal async Task<bool> ReplaceInAsync(
        Claim claim, string inboxId, ImmutableArray<InboxMessage> messages, CancellationToken cancel)
    {
        _crash.Reach(CrashPoint.BeforeWrite);
        await claim.Connection.RunAsync("work.take", new { id = inboxId }, cancel);
        await claim.Connection.RunAsync(MessageTables.Put, InboxRow.All(messages, _json), cancel);
        _crash.Reach(CrashPoint.BeforeCommit);
        await claim.CommitAsync(CancellationToken.None);
        _crash.Reach(CrashPoint.AfterCommit);
        if (!messages.IsEmpty) _announcer.AnnounceWork();
        return true;
    }
}
