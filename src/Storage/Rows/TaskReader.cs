namespace Procedures.Storage.Rows;

/// <summary>Tasks from their rows.</summary>
internal static class TaskReader
{
    public static TaskRow Read(Row row) => new()
    {
        ProcedureId = row.Text("procedure"), ProcedureTitle = row.Bilingual("procedure_title"),
        DefinitionId = row.Text("definition_id"), State = row.TextOrNull("state"), Wait = row.Int("wait"),
        ActivityId = row.Text("activity_id"), Step = row.Text("step"), Title = row.Bilingual("title"),
        PublicTitle = row.Bilingual("public_title"), Stage = row.Bilingual("stage"),
        Body = row.Text("body"), LegalSource = row.Bilingual("legal_source"),
        Opens = row.DayOrNull("opens"), LastDay = row.DayOrNull("last_day"), Rule = row.TextOrNull("rule"),
        Explanation = row.Bilingual("explanation"), IsProvisional = row.Flag("is_provisional"),
        HasExpired = row.Flag("has_expired"), IsOptional = row.Flag("is_optional"),
        IsConfidential = row.Flag("is_confidential"), OpenedAt = row.Moment("opened_at"),
        ClosedAt = row.MomentOrNull("closed_at"), ClosedBy = row.TextOrNull("closed_by"),
        Outcome = row.TextOrNull("outcome"), DecidedOn = row.DayOrNull("decided_on"),
    };
}
