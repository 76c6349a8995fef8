using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>The columns that lists show of a procedure.</summary>
internal static class ProcedureColumns
{
    public static object Of(Step step)
    {
        var after = step.After;
        var list = new ListColumns(after);
        return new
        {
            id = after.Id, expected = step.Before.Step, definition_id = after.Definition.DefinitionId,
            definition_version = after.Definition.Version, definition_version_id = after.Definition.Id,
            definition_hash = after.Definition.Hash, step = after.Step, status = after.Status.ToString(),
            title_en = after.Title.English, title_fr = after.Title.French, name = after.Name,
            correlation_id = after.CorrelationId, parent_id = after.Parent?.ProcedureId, state = list.State,
            stage_en = list.Stage.English, stage_fr = list.Stage.French,
            opened_at = Texts.Of(after.OpenedAt), changed_at = Texts.Of(after.ChangedAt),
            ended_at = Texts.Of(list.EndedAt), next_deadline = Texts.Of(list.NextDeadline),
            sort_day = Texts.Of(list.NextDeadline) ?? Texts.LastOfAll, waiting_for = list.WaitingFor,
            waiting_title_en = list.WaitingTitle.English, waiting_title_fr = list.WaitingTitle.French,
            open_tasks = list.OpenTasks, incidents = after.Incidents.Count(i => i.IsOpen),
            journal_length = after.JournalLength, journal_head = after.JournalHead,
            removed = after.RemovedAt is not null, search = list.Search,
        };
    }
}
