using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<DueTimer>> DueTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        AllAsync("work.due_timers", new { now, limit }, ReadTimer, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<InboxMessage>> InboxAsync(
        DateTimeOffset now, int limit, string? origin = null, CancellationToken cancel = default) =>
        AllAsync(origin is null ? "work.inbox" : "work.inbox_of_origin",
            new { now, limit, origin },
            ReadMessage, cancel);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextMomentAsync(CancellationToken cancel = default) =>
        MomentAsync("work.next_moment", cancel);

    /// <inheritdoc />
    public async Task<int> PostAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default)
    {
        var rows = InboxRow.All(messages, _json);
        var posted = await WriteAsync(connection => connection.RunAsync(MessageTables.Post, rows, cancel), cancel);
        if (posted > 0) _announcer.AnnounceWork();
        return posted;
    }

    /// <inheritdoc />
    public Task<bool> ReplaceAsync(
        string inboxId, ImmutableArray<InboxMessage> messages, CancellationToken cancel = default)
    {
        var rows = InboxRow.All(messages, _json);
        return WriteTogetherAsync(async connection =>
        {
            if (await connection.RunAsync("work.take", new { id = inboxId }, cancel) == 0) return (false, false);
            await connection.RunAsync(MessageTables.Put, rows, cancel);
            return (true, true);
        }, cancel);
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<OpenWait>> WaitsForAsync(
        WaitKind kind, string key, string? correlationId = null, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (kind == WaitKind.Report && correlationId is null)
            return [.. await _desks.Reports.AskAsync(key, cancel)];
        return await AllAsync("waits.waits_for",
            new { kind = kind.ToString(), key, correlation_id = correlationId },
            row => new OpenWait(row.Text("procedure"), row.Int("wait")), cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<OutsideTask>> OutsideTasksAsync(int limit, CancellationToken cancel = default) =>
        AllAsync("waits.outside_tasks", new { limit },
            row => new OutsideTask(row.Text("task_id"), row.Text("procedure"), row.Text("name"),
                ValueJson.Parse(row.Text("payload")), row.Moment("asked_at")), cancel);

    private static DueTimer ReadTimer(Row row) =>
        new(row.Text("procedure"), row.Int("wait"), row.Moment("due_at"), row.Int("attempts"));

    private InboxMessage ReadMessage(Row row) => new(
        row.Text("id"), row.Text("origin"), _json.TryReadDispatch(row.Text("dispatch")), row.Moment("created_at"))
    {
        Attempts = row.Int("attempts"),
    };
}
