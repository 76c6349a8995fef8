using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>The columns that lists show of a procedure.</summary>
internal static class ProcedureColumns
{
    private static readonly Bilingual Confidential = ("Confidential step", "Étape confidentielle");

    public static object Of(Step step)
    {
        var after = step.After;
        var asked = after.Waits.Where(w => w.Assignment is { IsOptional: false }).ToArray();
        var nearest = asked.OrderBy(w => w.Timetable?.LastDay ?? DateOnly.MaxValue).ThenBy(w => w.Id).FirstOrDefault();
        var day = nearest?.Timetable?.LastDay;
        var stage = asked.LastOrDefault(w => w.Assignment!.Stage != Bilingual.Empty)?.Assignment!.Stage;
        var state = StateOf(after);
        var title = nearest?.Assignment is { } assignment
            ? assignment.IsConfidential ? Confidential : assignment.Title
            : Bilingual.Empty;
        return new
        {
            id = after.Id, expected = step.Before.Step, definition_id = after.Definition.DefinitionId,
            definition_version = after.Definition.Version, definition_version_id = after.Definition.Id,
            definition_hash = after.Definition.Hash, step = after.Step, status = after.Status.ToString(),
            title_en = after.Title.English, title_fr = after.Title.French, name = after.Name,
            correlation_id = after.CorrelationId, parent_id = after.Parent?.ProcedureId, state,
            stage_en = stage?.English ?? "", stage_fr = stage?.French ?? "",
            opened_at = Texts.Of(after.OpenedAt), changed_at = Texts.Of(after.ChangedAt),
            ended_at = after.IsOver ? Texts.Of(after.ChangedAt) : null,
            next_deadline = Texts.Of(day), sort_day = Texts.Of(day) ?? Texts.LastOfAll,
            waiting_for = nearest?.Assignment?.Body, waiting_title_en = title.English, waiting_title_fr = title.French,
            open_tasks = asked.Length, incidents = after.Incidents.Count(i => i.IsOpen), journal_length = after.JournalLength,
            journal_head = after.JournalHead, removed = after.RemovedAt is not null,
            search = Texts.Fold(after.Id, after.Title.English, after.Title.French, after.Name, state,
                after.CorrelationId),
        };
    }

    /// <summary>The state party: the input State, however it is capitalised.</summary>
    private static string? StateOf(Procedure procedure) => procedure.Inputs.Members
        .FirstOrDefault(m => m.Key.Equals("State", StringComparison.OrdinalIgnoreCase)).Value?.AsText;
}
