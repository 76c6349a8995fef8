using Microsoft.Data.Sqlite;

namespace Procedures.Storage.Sqlite;

/// <summary>Letters as their tables hold them.</summary>
internal static class LetterColumns
{
    /// <summary>Writes the letter unless it has been written before.</summary>
    public static void Write(SqliteConnection connection, StoredLetter letter)
    {
        var written = connection.Run("letters.write", new
        {
            id = letter.Id, procedure = letter.ProcedureId, wait = letter.Wait, occasion = letter.Occasion,
            kind = letter.Kind, body = letter.Body, is_copy = letter.IsCopy, contact_name = letter.ContactName,
            address = letter.Address, language = letter.Language.ToString(), subject = letter.Subject,
            calendar = letter.Calendar, shown = letter.Shown, is_confidential = letter.IsConfidential,
            written_at = Texts.Of(letter.WrittenAt), state = letter.State.ToString(), attempts = letter.Attempts,
            next_attempt_at = letter.State == LetterState.Pending
                ? Texts.Of(letter.NextAttemptAt ?? letter.WrittenAt)
                : null,
            error_en = letter.Error.English, error_fr = letter.Error.French, reply = letter.Reply,
            ended_at = Texts.Of(letter.EndedAt), resolved_by = letter.ResolvedBy,
        });
        if (written == 0) return;
        connection.Run("letters.write_text",
            new { id = letter.Id, text = letter.Text, html = letter.Html, logical = letter.Logical });
    }
}
