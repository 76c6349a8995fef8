using System.Collections.Immutable;
using Procedures.Execution;

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
            connection.All(statement, parameters, ReadProcedure),
            connection.Scalar<long>(IsEverything(filter) ? "lists.count_all" : "lists.count_found", parameters)),
            cancel);
    }

    /// <inheritdoc />
    public Task<ProcedureRow?> FindProcedureAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("lists.find", new { id = procedureId }, ReadProcedure), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<ProcedureRow>> ChildrenAsync(string procedureId, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("lists.children", new { id = procedureId }, ReadProcedure), cancel);

    /// <inheritdoc />
    public Task<StoreCounts> CountAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("lists.counts",
            new { now = Texts.Of(now), today = Texts.Of(today) }, ReadCounts)!, cancel);

    internal static bool IsEverything(ProcedureFilter filter) =>
        filter is { Statuses.IsEmpty: true, DefinitionIds.IsEmpty: true, State: null, CorrelationId: null }
        && filter is { HasIncidents: null, OnlyRoots: false, WithRemoved: false } && string.IsNullOrWhiteSpace(filter.Text);

    internal static ProcedureRow ReadProcedure(Row row) => new()
    {
        Id = row.Text("id"), DefinitionId = row.Text("definition_id"),
        DefinitionVersion = row.Int("definition_version"), DefinitionVersionId = row.Text("definition_version_id"),
        DefinitionHash = row.Text("definition_hash"), Step = row.Int("step"),
        Status = row.Enum<ProcedureStatus>("status"), Title = row.Bilingual("title"), Name = row.TextOrNull("name"),
        CorrelationId = row.TextOrNull("correlation_id"), ParentId = row.TextOrNull("parent_id"),
        State = row.TextOrNull("state"), Stage = row.Bilingual("stage"), OpenedAt = row.Moment("opened_at"),
        ChangedAt = row.Moment("changed_at"), EndedAt = row.MomentOrNull("ended_at"),
        NextDeadline = row.DayOrNull(IsNestedFirst(row) ? "nested_deadline" : "next_deadline"),
        WaitingFor = row.TextOrNull(IsNestedFirst(row) ? "nested_for" : "waiting_for"),
        WaitingTitle = row.Bilingual(IsNestedFirst(row) ? "nested_title" : "waiting_title"),
        OpenTasks = row.Int("open_tasks"), NestedTasks = row.Int("nested_tasks"),
        Incidents = row.Int("incidents"), JournalLength = row.Long("journal_length"),
        JournalHead = row.Text("journal_head"), IsRemoved = row.Flag("removed"),
    };

    // What stands in a nested part is shown where it is due sooner, or where nothing else is asked.
    private static bool IsNestedFirst(Row row)
    {
        if (row.Int("nested_tasks") == 0 || row.MomentOrNull("ended_at") is not null) return false;
        return row.Int("open_tasks") == 0 || (row.DayOrNull("nested_deadline") ?? DateOnly.MaxValue)
            < (row.DayOrNull("next_deadline") ?? DateOnly.MaxValue);
    }

    internal static StoreCounts ReadCounts(Row row) => new()
    {
        Procedures = row.Long("procedures"), OpenProcedures = row.Long("open_procedures"),
        ProceduresWithIncidents = row.Long("procedures_with_incidents"), OpenTasks = row.Long("open_tasks"),
        LateTasks = row.Long("late_tasks"), LettersPending = row.Long("letters_pending"),
        LettersNotSent = row.Long("letters_not_sent"), LettersNotKnown = row.Long("letters_not_known"),
        TimersDue = row.Long("timers_due"), OldestTimerDue = row.MomentOrNull("oldest_timer_due"),
        InboxWaiting = row.Long("inbox_waiting"), WorkSetAside = row.Long("work_set_aside"),
    };
}
