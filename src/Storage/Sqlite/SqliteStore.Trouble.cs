using System.Collections.Immutable;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task DropTimerAsync(DueTimer timer, CancellationToken cancel = default) => WriteAsync(
        connection => connection.Run("work.drop_timer", new
        {
            procedure = timer.ProcedureId, wait = timer.Wait, due_at = Texts.Of(timer.DueAt),
        }), cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(InboxMessage message, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("work.message_failed", new
        {
            id = message.Id, error = failure.Error, set_aside = failure.RetryAt is null,
            retry_at = Texts.Of(failure.RetryAt),
        }), cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(DueTimer timer, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("work.timer_failed", new
        {
            procedure = timer.ProcedureId, wait = timer.Wait, due_at = Texts.Of(timer.DueAt), error = failure.Error,
            set_aside = failure.RetryAt is null, retry_at = Texts.Of(failure.RetryAt),
        }), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<TroubledWork>> TroubledWorkAsync(int limit, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("work.troubled", new { limit }, row => new TroubledWork(
            row.Flag("is_timer"), row.Text("work_key"), row.TextOrNull("procedure"), row.Int("wait"),
            row.Text("dispatch"), row.Moment("since"), row.Int("attempts"), row.Flag("set_aside"),
            row.TextOrNull("error") ?? "")), cancel);

    /// <inheritdoc />
    public Task<bool> RetryAsync(TroubledWork work, DateTimeOffset now, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run(
            work.IsTimer ? "work.retry_timer" : work.IsStart ? "work.retry_start" : "work.retry_message",
            new { id = work.Key, procedure = work.ProcedureId, wait = work.Wait, now = Texts.Of(now) }) == 1, cancel);

    /// <inheritdoc />
    public Task<bool> DismissAsync(TroubledWork work, CancellationToken cancel = default) =>
        work.IsTimer || work.IsStart
        ? Task.FromResult(false)
        : WriteAsync(connection => connection.Run("work.take", new { id = work.Key }) == 1, cancel);
}
