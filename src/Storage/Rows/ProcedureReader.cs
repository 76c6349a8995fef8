using Procedures.Execution;

namespace Procedures.Storage.Rows;

/// <summary>What lists show of a procedure, from its row.</summary>
internal static class ProcedureReader
{
    public static ProcedureRow Read(Row row) => new()
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
}
