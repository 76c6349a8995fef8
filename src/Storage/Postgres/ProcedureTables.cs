using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Storage.Postgres.StepRows;

namespace Procedures.Storage.Postgres;

/// <summary>What a step writes about its procedure as a whole: list columns, state, journal.</summary>
internal static class ProcedureTables
{
    public static readonly RowSet<StepRows> Insert = new("steps.insert_procedure", ListedColumns());
    public static readonly RowSet<StepRows> Update = new("steps.update_procedure", ListedColumns());

    /// <summary>Before what nested parts are asked is written on the rows at the top, those rows are locked in order.</summary>
    public static readonly RowSet<string> LockRoots = new("steps.lock_roots", Column<string>.Text("id", id => id));

    /// <summary>Writes on the rows at the top what their nested parts are asked.</summary>
    public static readonly RowSet<string> ShowNested = new("steps.show_nested",
        Column<string>.Text("id", id => id), Column<string>.Day("last_of_all", _ => DateOnly.MaxValue));

    public static readonly RowSet<StepRows> FirstState = new("steps.insert_state", Document());
    public static readonly RowSet<StepRows> State = new("steps.update_state", Document());

    public static readonly RowSet<JournalRow> Journal = new("steps.append_journal",
        Column<JournalRow>.Text("procedure", r => r.ProcedureId),
        Column<JournalRow>.Long("number", r => r.Entry.Number), Column<JournalRow>.Int("step", r => r.Entry.Step),
        Column<JournalRow>.Moment("at", r => r.Entry.At),
        Column<JournalRow>.Short("at_rest", r => Moments.RestOf(r.Entry.At)),
        Column<JournalRow>.Text("event", r => r.Entry.Event),
        Column<JournalRow>.Text("activity_id", r => r.Entry.ActivityId),
        Column<JournalRow>.Text("node_id", r => r.Entry.NodeId),
        Column<JournalRow>.Int("activation", r => r.Entry.Activation),
        Column<JournalRow>.Text("actor", r => r.Entry.Actor),
        Column<JournalRow>.Text("sentence_en", r => r.Entry.Sentence.English),
        Column<JournalRow>.Text("sentence_fr", r => r.Entry.Sentence.French),
        Column<JournalRow>.Text("data", r => r.Entry.Data.IsNothing ? null : ValueJson.ToJson(r.Entry.Data)),
        Column<JournalRow>.Text("hash", r => r.Entry.Hash));

    private static Column<StepRows>[] Document() =>
        [Column<StepRows>.Text("id", r => r.After.Id), Column<StepRows>.Text("document", r => r.Document)];

    private static Column<StepRows>[] ListedColumns() =>
    [
        Column<StepRows>.Text("id", r => r.After.Id),
        Column<StepRows>.Int("expected", r => r.Before.Step),
        Column<StepRows>.Text("definition_id", r => r.After.Definition.DefinitionId),
        Column<StepRows>.Int("definition_version", r => r.After.Definition.Version),
        Column<StepRows>.Text("definition_version_id", r => r.After.Definition.Id),
        Column<StepRows>.Text("definition_hash", r => r.After.Definition.Hash),
        Column<StepRows>.Int("step", r => r.After.Step),
        Column<StepRows>.Text("status", r => r.After.Status.ToString()),
        Column<StepRows>.Text("title_en", r => r.After.Title.English),
        Column<StepRows>.Text("title_fr", r => r.After.Title.French),
        Column<StepRows>.Text("name", r => r.After.Name),
        Column<StepRows>.Text("correlation_id", r => r.After.CorrelationId),
        Column<StepRows>.Text("parent_id", r => r.After.Parent?.ProcedureId),
        Column<StepRows>.Text("state", r => r.List.State),
        Column<StepRows>.Text("stage_en", r => r.List.Stage.English),
        Column<StepRows>.Text("stage_fr", r => r.List.Stage.French),
        Column<StepRows>.Moment("opened_at", r => r.After.OpenedAt),
        Column<StepRows>.Moment("changed_at", r => r.After.ChangedAt),
        Column<StepRows>.Moment("ended_at", r => r.List.EndedAt),
        Column<StepRows>.Day("next_deadline", r => r.List.NextDeadline),
        Column<StepRows>.Day("sort_day", r => r.List.NextDeadline ?? DateOnly.MaxValue),
        Column<StepRows>.Text("waiting_for", r => r.List.WaitingFor),
        Column<StepRows>.Text("waiting_title_en", r => r.List.WaitingTitle.English),
        Column<StepRows>.Text("waiting_title_fr", r => r.List.WaitingTitle.French),
        Column<StepRows>.Int("open_tasks", r => r.List.OpenTasks),
        Column<StepRows>.Int("incidents", r => r.After.Incidents.Count(i => i.IsOpen)),
        Column<StepRows>.Long("journal_length", r => r.After.JournalLength),
        Column<StepRows>.Text("journal_head", r => r.After.JournalHead),
        Column<StepRows>.Text("search", r => r.List.Search),
        Column<StepRows>.Flag("removed", r => r.After.RemovedAt is not null),
    ];
}
