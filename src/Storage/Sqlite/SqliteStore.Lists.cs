using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<Page<ProcedureRow>> ProceduresAsync(
        ProcedureFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            text = Texts.Search(filter.Text), statuses = Texts.List(filter.Statuses.Select(s => s.ToString())),
            definition_ids = Texts.List(filter.DefinitionIds), state = filter.State,
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
        return ReadAsync(connection => new Page<ProcedureRow>(
            connection.All(statement, parameters, ProcedureReader.Read),
            connection.Scalar<long>(filter.ShowsEverything ? "lists.count_all" : "lists.count_found", parameters)),
            cancel);
    }

    /// <inheritdoc />
    public Task<ProcedureRow?> FindProcedureAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("lists.find", new { id = procedureId }, ProcedureReader.Read), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<ProcedureRow>> ChildrenAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.All("lists.children", new { id = procedureId }, ProcedureReader.Read), cancel);

    /// <inheritdoc />
    public Task<StoreCounts> CountAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("lists.counts",
            new { now = Texts.Of(now), today = Texts.Of(today) }, CountsReader.Read)!, cancel);
}
