using System.Collections.Immutable;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<Page<TaskRow>> OpenTasksAsync(
        TaskFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            bodies = Texts.List(filter.Bodies), text = Texts.Search(filter.Text), definition_id = filter.DefinitionId,
            state = filter.State, before = Texts.Of(filter.Before), with_optional = filter.WithOptional,
            take = page.Take, skip = page.Skip,
        };
        return ReadAsync(connection => new Page<TaskRow>(
            connection.All("lists.open_tasks", parameters, ReadTask),
            connection.Scalar<long>("lists.count_open_tasks", parameters)), cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<TaskRow>> TasksOfAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("lists.tasks_of", new { procedure = procedureId }, ReadTask), cancel);

    /// <inheritdoc />
    public Task<TaskRow?> FindTaskAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.One("lists.find_task", new { procedure = procedureId, wait }, ReadTask), cancel);

    internal static TaskRow ReadTask(Row row) => new()
    {
        ProcedureId = row.Text("procedure"), ProcedureTitle = row.Bilingual("procedure_title"),
        DefinitionId = row.Text("definition_id"), State = row.TextOrNull("state"), Wait = row.Int("wait"),
        ActivityId = row.Text("activity_id"), Step = row.Text("step"), Title = row.Bilingual("title"),
        PublicTitle = row.Bilingual("public_title"), Stage = row.Bilingual("stage"),
        Body = row.Text("body"), LegalSource = row.Bilingual("legal_source"),
        Opens = row.DayOrNull("opens"), LastDay = row.DayOrNull("last_day"), Rule = row.TextOrNull("rule"),
        Explanation = row.Bilingual("explanation"), IsProvisional = row.Flag("is_provisional"),
        HasExpired = row.Flag("has_expired"), IsOptional = row.Flag("is_optional"),
        IsConfidential = row.Flag("is_confidential"), OpenedAt = row.Moment("opened_at"),
        ClosedAt = row.MomentOrNull("closed_at"), ClosedBy = row.TextOrNull("closed_by"),
        Outcome = row.TextOrNull("outcome"), DecidedOn = row.DayOrNull("decided_on"),
    };
}
