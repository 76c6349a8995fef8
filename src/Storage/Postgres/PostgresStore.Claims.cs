using System.Collections.Immutable;
using Npgsql;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public async Task<ITimerClaim> ClaimTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var claim = await Claim.BeginAsync(_claims, cancel);
        try
        {
            var rows = await claim.Connection.AllAsync("work.claim_timers", new { now, limit }, row => (
                Timer: ReadTimer(row), Hash: row.Text("definition_hash"), Document: row.Text("document")), cancel);
            foreach (var hash in rows.Select(row => row.Hash).Distinct())
                await RememberAsync(claim.Connection, hash, cancel);
            var documents = rows.DistinctBy(row => row.Timer.ProcedureId)
                .ToDictionary(row => row.Timer.ProcedureId, row => row.Document, StringComparer.Ordinal);
            return new TimerClaim(claim, this, [.. rows.Select(row => row.Timer)], documents);
        }
        catch
        {
            await claim.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<IMessageClaim?> ClaimMessageAsync(
        DateTimeOffset now, string? origin = null, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var claim = await Claim.BeginAsync(_claims, cancel);
        try
        {
            var statement = origin is null ? "work.claim_message" : "work.claim_message_of_origin";
            if (await claim.Connection.OneAsync(statement, new { now, origin }, ReadMessage, cancel) is { } message)
                return new MessageClaim(claim, this, message);
        }
        catch
        {
            await claim.DisposeAsync();
            throw;
        }
        await claim.DisposeAsync();
        return null;
    }

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

    /// <summary>Writes steps in the transaction of a claim, which ends.</summary>
    internal async Task CommitInAsync(Claim claim, ImmutableArray<StepCommit> steps, CancellationToken cancel)
    {
        var rows = steps.Select(step => new StepRows(step, _json))
            .OrderBy(step => step.After.Id, StringComparer.Ordinal).ToArray();
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
