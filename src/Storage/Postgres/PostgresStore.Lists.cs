using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<Page<ProcedureRow>> ProceduresAsync(
        ProcedureFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            text = SearchText.Sought(filter.Text), statuses = ListOf(filter.Statuses.Select(s => s.ToString())),
            definition_ids = ListOf(filter.DefinitionIds), state = filter.State,
            correlation_id = filter.CorrelationId, incidents = filter.HasIncidents, only_roots = filter.OnlyRoots,
            with_removed = filter.WithRemoved,
            take = page.Take, skip = page.Skip,
        };
        var statement = filter.Order switch
        {
            ProcedureOrder.Changed => "lists.by_change",
            ProcedureOrder.Opened => "lists.by_opening",
            _ => "lists.by_deadline",
        };
        return PageAsync(statement,
            filter.ShowsEverything ? "lists.count_all" : "lists.count_found", parameters, ProcedureReader.Read, cancel);
    }

    /// <inheritdoc />
    public Task<ProcedureRow?> FindProcedureAsync(string procedureId, CancellationToken cancel = default) =>
        OneAsync("lists.find", new { id = procedureId }, ProcedureReader.Read, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<ProcedureRow>> ChildrenAsync(string procedureId, CancellationToken cancel = default) =>
        AllAsync("lists.children", new { id = procedureId }, ProcedureReader.Read, cancel);

    /// <inheritdoc />
    public async Task<StoreCounts> CountAsync(
        DateTimeOffset now, DateOnly today, CancellationToken cancel = default) =>
        (await OneAsync("lists.counts", new { now, today }, CountsReader.Read, cancel))!;

}
