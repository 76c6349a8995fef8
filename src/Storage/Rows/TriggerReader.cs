namespace Procedures.Storage.Rows;

/// <summary>What the clock starts, from its rows.</summary>
internal static class TriggerReader
{
    public static StartTrigger Read(Row row) => new(
        row.Text("definition_id"), row.Text("version_id"), row.Text("activity_id"), row.Text("schedule"),
        row.MomentOrNull("due_at"));

    public static DueTrigger ReadDue(Row row) => new(
        row.Text("definition_id"), row.Text("version_id"), row.Text("activity_id"), row.Moment("due_at"),
        row.Int("attempts"));
}
