using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<DueTimer>> DueTimersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("work.due_timers", new { now = Texts.Of(now), limit },
            row => new DueTimer(row.Text("procedure"), row.Int("wait"), row.Moment("due_at"), row.Int("attempts"))),
            cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<InboxMessage>> InboxAsync(
        DateTimeOffset now, int limit, string? origin = null, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(origin is null ? "work.inbox" : "work.inbox_of_origin",
            new { now = Texts.Of(now), limit, origin },
            row => new InboxMessage(row.Text("id"), row.Text("origin"), _json.TryReadDispatch(row.Text("dispatch")),
                row.Moment("created_at")) { Attempts = row.Int("attempts") }), cancel);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextMomentAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => MomentOrNull(connection.Scalar<string>("work.next_moment")), cancel);

    /// <inheritdoc />
    public Task<int> PostAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default)
    {
        var rows = messages.Select(message => new InboxColumns(message, _json).Parameters).ToArray();
        return WriteAsync(connection => rows.Count(row =>
            connection.Run("work.remember_post", row) == 1 && connection.Run("work.put", row) == 1), cancel);
    }

    /// <inheritdoc />
    public Task<bool> ReplaceAsync(
        string inboxId, ImmutableArray<InboxMessage> messages, CancellationToken cancel = default)
    {
        var rows = messages.Select(message => new InboxColumns(message, _json).Parameters).ToArray();
        return WriteAsync(connection =>
        {
            if (connection.Run("work.take", new { id = inboxId }) == 0) return false;
            foreach (var row in rows) connection.Run("work.put", row);
            return true;
        }, cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<OpenWait>> WaitsForAsync(
        WaitKind kind, string key, string? correlationId = null, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("waits.waits_for",
            new { kind = kind.ToString(), key, correlation_id = correlationId },
            row => new OpenWait(row.Text("procedure"), row.Int("wait"))), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<OutsideTask>> OutsideTasksAsync(int limit, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("waits.outside_tasks", new { limit },
            row => new OutsideTask(row.Text("task_id"), row.Text("procedure"), row.Text("name"),
                ValueJson.Parse(row.Text("payload")), row.Moment("asked_at"))), cancel);

    private static DateTimeOffset? MomentOrNull(string? text) => text is null ? null : Texts.Moment(text);
}
