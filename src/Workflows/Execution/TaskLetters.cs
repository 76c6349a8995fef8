using System.Globalization;
using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>The letters that the life of a task calls for.</summary>
internal static class TaskLetters
{
    public static Letter Announcement(Wait wait)
    {
        var isMeeting = wait.Timetable?.Profile == ReminderProfile.RM.Name;
        return About(wait, isMeeting ? LetterKind.Meeting : LetterKind.Task, "task") with
        {
            Calendar = wait.Timetable?.LastDay is null ? CalendarMark.None : CalendarMark.Put,
        };
    }

    public static Letter Reminder(Wait wait, ReminderOccasion occasion) => occasion switch
    {
        ReminderOccasion.Reminder r => About(wait, LetterKind.Reminder, occasion.Key) with { DaysLeft = r.DaysLeft },
        ReminderOccasion.DueToday => About(wait, LetterKind.DueToday, occasion.Key) with { DaysLeft = 0 },
        ReminderOccasion.Overdue o => About(wait, LetterKind.Overdue, occasion.Key) with { DaysLeft = -o.Days },
        ReminderOccasion.Meeting m => About(wait, LetterKind.Meeting, occasion.Key) with { DaysLeft = m.DaysLeft },
        _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion, "No letter is written on this occasion."),
    };

    public static Letter Escalation(Wait wait) => About(wait, LetterKind.Escalation, "escalation") with
    {
        To = wait.Timetable?.EscalateTo ?? wait.Assignment!.CopyTo ?? wait.Assignment.Body, CopyTo = wait.Assignment!.CopyTo,
    };

    /// <summary>The task has another day, its first one, or for the time being none at all.</summary>
    /// <param name="why">As whoever moved it has written; empty when it moved by itself.</param>
    /// <param name="isDayNew">The meeting had a last day only, and now has a day: its readers are invited to it.</param>
    public static Letter Moved(Wait wait, DateOnly? oldDay, bool isDayNew, Bilingual why)
    {
        var occasion = "moved-" + wait.Timetable!.Sequence.ToString(CultureInfo.InvariantCulture);
        if (oldDay is { } old && wait.Timetable.LastDay is not null && !isDayNew)
            return About(wait, LetterKind.DeadlineMoved, occasion) with
            {
                OldLastDay = old, Calendar = CalendarMark.Put,
                Reason = wait.Assignment!.IsConfidential ? Bilingual.Empty : why,
            };
        // There is no “new deadline, was …” to tell: the task is asked anew, with the day that it has or without one.
        // A last day of a meeting is no day from which the meeting has moved.
        return Announcement(wait) with
        {
            Occasion = occasion, OldLastDay = oldDay, Reason = why,
            Calendar = wait.Timetable.LastDay is null ? CalendarMark.Cancel : CalendarMark.Put,
        };
    }

    public static Letter Withdrawal(Wait wait, Bilingual why) =>
        About(wait, LetterKind.Withdrawn, WithdrawnAs(wait)) with
    {
        Reason = why,
        Calendar = wait.Timetable?.LastDay is null ? CalendarMark.None : CalendarMark.Cancel,
        CalendarSequence = (wait.Timetable?.Sequence ?? 0) + 1,
    };

    // Each time is an occasion of its own.
    private static string WithdrawnAs(Wait wait) => wait.AskedAgain == 0
        ? "withdrawn" : string.Create(CultureInfo.InvariantCulture, $"withdrawn-{wait.AskedAgain + 1}");

    private static Letter About(Wait wait, LetterKind kind, string occasion)
    {
        var assignment = wait.Assignment!;
        // What the letter does not hold no template can tell by mistake.
        var isOpen = !assignment.IsConfidential;
        return new Letter(kind, occasion, assignment.Body)
        {
            Wait = wait.Id, ActivityId = wait.ActivityId, CopyTo = assignment.CopyTo,
            StepTitle = assignment.OpenTitle(),
            Body = isOpen ? assignment.Instructions : Bilingual.Empty,
            LegalSource = assignment.LegalSource, LastDay = wait.Timetable?.LastDay,
            IsMeetingDay = wait.Timetable?.IsMeetingDay == true,
            Explanation = wait.Timetable?.Explanation ?? Bilingual.Empty,
            Outcomes = isOpen ? assignment.Outcomes : [],
            IsConfidential = assignment.IsConfidential, CalendarSequence = wait.Timetable?.Sequence ?? 0,
            Place = wait.Data["place"].AsText,
        };
    }
}
