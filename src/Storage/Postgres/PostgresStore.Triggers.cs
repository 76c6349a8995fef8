using System.Collections.Immutable;
using Npgsql;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<StartTrigger>> TriggersAsync(CancellationToken cancel = default) =>
        AllAsync("triggers.all", null, TriggerReader.Read, cancel);

    /// <inheritdoc />
    public Task SetTriggersAsync(
        string definitionId, string versionId, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel = default) => WriteTogetherAsync(async connection =>
        {
            var published = await connection.OneAsync(
                "shelf.published", new { definition_id = definitionId }, ShelfReader.Read, cancel);
            if (published?.Id == versionId) await SetAsync(connection, definitionId, versionId, triggers, cancel);
            return (true, true);
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DueTrigger>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        AllAsync("triggers.due", new { now, limit }, TriggerReader.ReadDue, cancel);

    /// <inheritdoc />
    public Task<bool> PassTriggerAsync(TriggerStart start, CancellationToken cancel = default) =>
        HasChangedAsync("triggers.move_on", new
        {
            definition_id = start.Trigger.DefinitionId, activity_id = start.Trigger.ActivityId,
            version_id = start.Trigger.VersionId, due_at = start.Trigger.DueAt, next = start.Next,
        }, cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(DueTrigger trigger, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync("triggers.failed", new
        {
            definition_id = trigger.DefinitionId, activity_id = trigger.ActivityId, due_at = trigger.DueAt,
            error = failure.Error, set_aside = failure.RetryAt is null, retry_at = failure.RetryAt,
        }, cancel);

    private async Task SetAsync(
        NpgsqlConnection connection, string definitionId, string versionId, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel)
    {
        await connection.RunAsync("triggers.keep_only", new
        {
            definition_id = definitionId, activities = triggers.Select(t => t.ActivityId).ToArray(),
        }, cancel);
        foreach (var trigger in triggers)
            await connection.RunAsync("triggers.put", new
            {
                definition_id = definitionId, activity_id = trigger.ActivityId, version_id = versionId,
                schedule = trigger.Schedule, due_at = trigger.DueAt,
            }, cancel);
        // Heard a moment before the commit; whoever hears it looks a second later.
        if (!triggers.IsEmpty) _announcer.AnnounceWork();
    }
}
