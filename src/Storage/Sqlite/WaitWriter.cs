using Microsoft.Data.Sqlite;
using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>Writes the waits that a step has opened, changed or closed: timers, keys and tasks.</summary>
internal static class WaitWriter
{
    public static void Open(SqliteConnection connection, StepRows rows, Wait wait)
    {
        var before = rows.Before.FindWait(wait.Id);
        var id = new { procedure = rows.After.Id, wait = wait.Id };
        if (wait.WakeAt is null && before?.WakeAt is not null) connection.Run("waits.clear_timer", id);
        if (wait.WakeAt is { } wakeAt && wakeAt != before?.WakeAt)
            connection.Run("waits.set_timer",
                new { procedure = rows.After.Id, wait = wait.Id, due_at = Texts.Of(wakeAt) });
        if (wait.Key is { } key)
            connection.Run("waits.open_wait",
                new { procedure = rows.After.Id, wait = wait.Id, kind = wait.Kind.ToString(), key });
        if (wait.Assignment is { } assignment)
            connection.Run("waits.open_task", TaskColumns(rows.After.Id, wait, assignment));
    }

    public static void Close(SqliteConnection connection, StepRows rows, Wait wait)
    {
        var id = new { procedure = rows.After.Id, wait = wait.Id };
        if (wait.WakeAt is not null) connection.Run("waits.clear_timer", id);
        if (wait.Key is not null) connection.Run("waits.close_wait", id);
        if (wait is { Kind: WaitKind.Report, Key: { } taskId })
            connection.Run("waits.outside_done", new { task_id = taskId });
        if (wait.Assignment is null) return;
        connection.Run("waits.drop_draft", id);
        var stimulus = rows.Commit.Stimulus;
        var answer = stimulus.AnswerFor(wait.Id);
        connection.Run("waits.close_task", new
        {
            procedure = rows.After.Id, wait = wait.Id, closed_at = Texts.Of(rows.After.ChangedAt),
            closed_by = stimulus.Actor, outcome = answer?.Outcome, decided_on = Texts.Of(answer?.DecidedOn),
        });
    }

    private static object TaskColumns(string procedure, Wait wait, Assignment assignment)
    {
        var timetable = wait.Timetable;
        return new
        {
            procedure, wait = wait.Id, activity_id = wait.ActivityId, step = assignment.Step,
            title_en = assignment.Title.English, title_fr = assignment.Title.French,
            stage_en = assignment.Stage.English, stage_fr = assignment.Stage.French, body = assignment.Body,
            legal_source_en = assignment.LegalSource.English, legal_source_fr = assignment.LegalSource.French,
            opens = Texts.Of(timetable?.Opens),
            last_day = Texts.Of(timetable?.LastDay), sort_day = Texts.Of(timetable?.LastDay) ?? Texts.LastOfAll,
            rule = timetable?.Rule, explanation_en = timetable?.Explanation.English ?? "",
            explanation_fr = timetable?.Explanation.French ?? "",
            is_provisional = timetable?.IsProvisional ?? false, has_expired = timetable?.HasExpired ?? false,
            is_optional = assignment.IsOptional, is_confidential = assignment.IsConfidential,
            opened_at = Texts.Of(wait.OpenedAt),
            public_title_en = assignment.PublicTitle?.English ?? "",
            public_title_fr = assignment.PublicTitle?.French ?? "",
            // What is confidential is not found by its words either.
            search = assignment.IsConfidential
                ? Texts.Fold(assignment.Step, assignment.PublicTitle?.English, assignment.PublicTitle?.French)
                : Texts.Fold(assignment.Step, assignment.Title.English, assignment.Title.French),
        };
    }
}
