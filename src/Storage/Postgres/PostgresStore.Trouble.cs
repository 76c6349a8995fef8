using System.Collections.Immutable;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task DropTimerAsync(DueTimer timer, CancellationToken cancel = default) => WriteAsync("work.drop_timer", new
        {
            procedure = timer.ProcedureId, wait = timer.Wait, due_at = timer.DueAt,
        }, cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(InboxMessage message, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync("work.message_failed", new
        {
            id = message.Id, error = failure.Error, set_aside = failure.RetryAt is null,
            retry_at = failure.RetryAt,
        }, cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(DueTimer timer, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync("work.timer_failed", new
        {
            procedure = timer.ProcedureId, wait = timer.Wait, due_at = timer.DueAt, error = failure.Error,
            set_aside = failure.RetryAt is null, retry_at = failure.RetryAt,
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<TroubledWork>> TroubledWorkAsync(int limit, CancellationToken cancel = default) =>
        AllAsync("work.troubled", new { limit }, row => new TroubledWork(
            row.Flag("is_timer"), row.Text("work_key"), row.TextOrNull("procedure"), row.Int("wait"),
            row.Text("dispatch"), row.Moment("since"), row.Int("attempts"), row.Flag("set_aside"),
            row.TextOrNull("error") ?? ""), cancel);

    /// <inheritdoc />
    public async Task<bool> RetryAsync(TroubledWork work, DateTimeOffset now, CancellationToken cancel = default)
    {
        var statement = work.IsTimer ? "work.retry_timer" : work.IsStart ? "work.retry_start" : "work.retry_message";
        var parameters = new { id = work.Key, procedure = work.ProcedureId, wait = work.Wait, now };
        if (!await HasChangedAsync(statement, parameters, cancel)) return false;
        _announcer.AnnounceWork();
        return true;
    }

    /// <inheritdoc />
    public Task<bool> DismissAsync(TroubledWork work, CancellationToken cancel = default) => work.IsTimer || work.IsStart
        ? Task.FromResult(false)
        : HasChangedAsync("work.take", new { id = work.Key }, cancel);
}
