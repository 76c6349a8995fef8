using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<StartTrigger>> TriggersAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("triggers.all", null, TriggerReader.Read), cancel);

    /// <inheritdoc />
    public Task SetTriggersAsync(
        string definitionId, string versionId, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel = default) => WriteAsync(connection =>
        {
            var published = connection.One(
                "shelf.published", new { definition_id = definitionId, version = 0 }, ShelfReader.Read);
            if (published?.Id == versionId) TriggerWriter.Set(connection, definitionId, versionId, triggers);
            return true;
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<DueTrigger>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.All("triggers.due", new { now = Texts.Of(now), limit }, TriggerReader.ReadDue), cancel);

    /// <inheritdoc />
    public Task<bool> PassTriggerAsync(TriggerStart start, CancellationToken cancel = default) =>
        WriteAsync(connection => TriggerWriter.MoveOn(connection, start), cancel);

    /// <inheritdoc />
    public Task NoteFailureAsync(DueTrigger trigger, WorkFailure failure, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("triggers.failed", new
        {
            definition_id = trigger.DefinitionId, activity_id = trigger.ActivityId, due_at = Texts.Of(trigger.DueAt),
            error = failure.Error, set_aside = failure.RetryAt is null, retry_at = Texts.Of(failure.RetryAt),
        }), cancel);
}
