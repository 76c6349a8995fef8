using Procedures.Expressions;
using static Procedures.Storage.Postgres.StepRows;

namespace Procedures.Storage.Postgres;

/// <summary>What a step writes about the waits that it has opened, changed or closed: timers, keys and tasks.</summary>
internal static class WaitTables
{
    public static readonly RowSet<WaitRow> ClearTimer = new("waits.clear_timer", Id());
    public static readonly RowSet<WaitRow> CloseWait = new("waits.close_wait", Id());
    public static readonly RowSet<WaitRow> DropDraft = new("waits.drop_draft", Id());

    public static readonly RowSet<WaitRow> SetTimer = new("waits.set_timer",
        [.. Id(), Column<WaitRow>.Due("due_at", r => r.Wait.WakeAt!.Value)]);

    public static readonly RowSet<WaitRow> OpenWait = new("waits.open_wait",
    [
        .. Id(), Column<WaitRow>.Text("kind", r => r.Wait.Kind.ToString()),
        Column<WaitRow>.Text("wait_key", r => r.Wait.Key),
    ]);

    public static readonly RowSet<OutsideRow> AskOutside = new("waits.ask_outside",
        Column<OutsideRow>.Text("task_id", r => r.Task.TaskId),
        Column<OutsideRow>.Text("procedure", r => r.Procedure.Id),
        Column<OutsideRow>.Text("name", r => r.Task.TaskName),
        Column<OutsideRow>.Text("payload", r => ValueJson.ToJson(r.Task.Payload)),
        Column<OutsideRow>.Moment("asked_at", r => r.Procedure.ChangedAt));

    public static readonly RowSet<WaitRow> OutsideDone =
        new("waits.outside_done", Column<WaitRow>.Text("task_id", r => r.Wait.Key));

    public static readonly RowSet<WaitRow> CloseTask = new("waits.close_task",
    [
        .. Id(), Column<WaitRow>.Moment("closed_at", r => r.Rows.After.ChangedAt),
        Column<WaitRow>.Text("closed_by", r => r.Rows.Commit.Stimulus.Actor),
        Column<WaitRow>.Text("outcome", r => r.Answer?.Outcome),
        Column<WaitRow>.Day("decided_on", r => r.Answer?.DecidedOn),
    ]);

    public static readonly RowSet<WaitRow> OpenTask = new("waits.open_task",
    [
        .. Id(), Column<WaitRow>.Text("activity_id", r => r.Wait.ActivityId),
        Column<WaitRow>.Text("step", r => r.Wait.Assignment!.Step),
        Column<WaitRow>.Text("title_en", r => r.Wait.Assignment!.Title.English),
        Column<WaitRow>.Text("title_fr", r => r.Wait.Assignment!.Title.French),
        Column<WaitRow>.Text("stage_en", r => r.Wait.Assignment!.Stage.English),
        Column<WaitRow>.Text("stage_fr", r => r.Wait.Assignment!.Stage.French),
        Column<WaitRow>.Text("body", r => r.Wait.Assignment!.Body),
        Column<WaitRow>.Text("legal_source_en", r => r.Wait.Assignment!.LegalSource.English),
        Column<WaitRow>.Text("legal_source_fr", r => r.Wait.Assignment!.LegalSource.French),
        Column<WaitRow>.Day("opens", r => r.Wait.Timetable?.Opens),
        Column<WaitRow>.Day("last_day", r => r.Wait.Timetable?.LastDay),
        Column<WaitRow>.Day("sort_day", r => r.Wait.Timetable?.LastDay ?? DateOnly.MaxValue),
        Column<WaitRow>.Text("rule", r => r.Wait.Timetable?.Rule),
        Column<WaitRow>.Text("explanation_en", r => r.Wait.Timetable?.Explanation.English ?? ""),
        Column<WaitRow>.Text("explanation_fr", r => r.Wait.Timetable?.Explanation.French ?? ""),
        Column<WaitRow>.Flag("is_provisional", r => r.Wait.Timetable?.IsProvisional ?? false),
        Column<WaitRow>.Flag("has_expired", r => r.Wait.Timetable?.HasExpired ?? false),
        Column<WaitRow>.Flag("is_optional", r => r.Wait.Assignment!.IsOptional),
        Column<WaitRow>.Flag("is_confidential", r => r.Wait.Assignment!.IsConfidential),
        Column<WaitRow>.Moment("opened_at", r => r.Wait.OpenedAt),
        Column<WaitRow>.Text("search", r => SearchOf(r)),
        Column<WaitRow>.Text("public_title_en", r => r.Wait.Assignment!.PublicTitle?.English ?? ""),
        Column<WaitRow>.Text("public_title_fr", r => r.Wait.Assignment!.PublicTitle?.French ?? ""),
    ]);

    private static Column<WaitRow>[] Id() =>
        [Column<WaitRow>.Text("procedure", r => r.ProcedureId), Column<WaitRow>.Int("wait", r => r.Wait.Id)];

    // What is confidential is not found by its words either.
    private static string SearchOf(WaitRow row) => row.Wait.Assignment is { IsConfidential: false } open
        ? SearchText.Fold(open.Step, open.Title.English, open.Title.French)
        : SearchText.Fold(row.Wait.Assignment!.Step, row.Wait.Assignment.PublicTitle?.English,
            row.Wait.Assignment.PublicTitle?.French);
}
