namespace Procedures.Storage.Rows;

/// <summary>Letters with their texts from their rows.</summary>
internal static class LetterReader
{
    public static StoredLetter Read(Row row) => new()
    {
        Id = row.Text("id"), ProcedureId = row.Text("procedure"), Wait = row.Int("wait"),
        Occasion = row.Text("occasion"), Kind = row.Text("kind"), Body = row.Text("body"),
        IsCopy = row.Flag("is_copy"), ContactName = row.Text("contact_name"), Address = row.Text("address"),
        Language = row.Enum<Language>("language"), Subject = row.Text("subject"), Text = row.Text("text"),
        Html = row.Text("html"), Calendar = row.TextOrNull("calendar"), Shown = row.Text("shown"),
        IsConfidential = row.Flag("is_confidential"), Logical = row.Text("logical"),
        WrittenAt = row.Moment("written_at"), State = row.Enum<LetterState>("state"), Attempts = row.Int("attempts"),
        NextAttemptAt = row.MomentOrNull("next_attempt_at"), Error = row.Bilingual("error"),
        Reply = row.TextOrNull("reply"), EndedAt = row.MomentOrNull("ended_at"),
        ResolvedBy = row.TextOrNull("resolved_by"), Merged = row.TextOrNull("merged"),
    };
}
