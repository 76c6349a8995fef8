using System.Collections.Immutable;
using Procedures.Storage.Rows;

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
            connection.All("lists.open_tasks", parameters, TaskReader.Read),
            connection.Scalar<long>("lists.count_open_tasks", parameters)), cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<TaskRow>> TasksOfAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.All("lists.tasks_of", new { procedure = procedureId }, TaskReader.Read), cancel);

    /// <inheritdoc />
    public Task<TaskRow?> FindTaskAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.One("lists.find_task", new { procedure = procedureId, wait }, TaskReader.Read), cancel);
}
