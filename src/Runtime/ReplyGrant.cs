using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Storage;
using Letter = Procedures.Execution.Letter;

namespace Procedures.Runtime;

/// <summary>What a link in a letter allows: one contact answers one step of one procedure, until a day.</summary>
/// <param name="Body">The code of the body that is asked, with its state: GOV(EE).</param>
/// <param name="Address">The contact's address: when the contact goes, the link goes with it.</param>
/// <param name="LastDay">The last day on which the link works, Europe/Paris; it ends with the step.</param>
public sealed record ReplyGrant(string ProcedureId, int Wait, string Body, string Address, DateOnly LastDay)
{
    /// <summary>How long after the deadline, or after the letter where that is later, an answer may still come.</summary>
    private const int DaysAfter = 60;

    /// <summary>How long a link works when the step has no deadline.</summary>
    private const int DaysWithoutDeadline = 120;

    /// <summary>
    /// What a letter allows its addressee, or null: only a body of a state is given a link, only when it is asked to
    /// act and not for its information, and never in a confidential matter, because letters are passed on.
    /// </summary>
    public static ReplyGrant? Of(StoredLetter row, Letter letter)
    {
        var asks = letter.Kind is LetterKind.Task or LetterKind.Reminder or LetterKind.DueToday or LetterKind.Overdue
            or LetterKind.DeadlineMoved;
        if (!asks || letter.Wait == 0 || row.IsCopy || letter.IsConfidential || row.Address.Length == 0) return null;
        if (letter.Outcomes.IsEmpty || !row.Body.EndsWith(')')) return null;
        var written = ParisTime.DayOf(row.WrittenAt);
        var until = letter.LastDay ?? written.AddDays(DaysWithoutDeadline);
        return new ReplyGrant(row.ProcedureId, letter.Wait, row.Body, row.Address,
            (until > written ? until : written).AddDays(DaysAfter));
    }
}
