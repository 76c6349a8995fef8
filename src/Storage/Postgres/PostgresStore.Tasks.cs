using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<Page<TaskRow>> OpenTasksAsync(
        TaskFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            bodies = ListOf(filter.Bodies), text = SearchText.Sought(filter.Text), definition_id = filter.DefinitionId,
            state = filter.State, before = filter.Before, with_optional = filter.WithOptional,
            take = page.Take, skip = page.Skip,
        };
        return PageAsync(
            "lists.open_tasks", "lists.count_open_tasks", parameters, TaskReader.Read, cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<TaskRow>> TasksOfAsync(string procedureId, CancellationToken cancel = default) =>
        AllAsync("lists.tasks_of", new { procedure = procedureId }, TaskReader.Read, cancel);

    /// <inheritdoc />
    public Task<TaskRow?> FindTaskAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        OneAsync("lists.find_task", new { procedure = procedureId, wait }, TaskReader.Read, cancel);

}
