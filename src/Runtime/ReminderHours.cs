using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Storage;
using Letter = Procedures.Execution.Letter;

namespace Procedures.Runtime;

/// <summary>When a reminder leaves, so that one address receives one letter a day where that is possible.</summary>
/// <remarks>
/// The rule rests on nothing but the moment at which the reminder was written, so it holds as well after a standstill.
/// What is written by the hour of collection leaves at that hour. What is written later leaves at once when it is about
/// today, an earlier day or the next few days, and otherwise at the next day's hour.
/// </remarks>
public static class ReminderHours
{
    /// <summary>A reminder of that many days or fewer does not wait for the next day.</summary>
    public const int UrgentDays = 3;

    /// <summary>The UTC moment at which the reminder leaves, or null when it leaves without waiting.</summary>
    /// <param name="row">The reminder; other letters never wait.</param>
    /// <param name="letter">The engine's letter of that row.</param>
    public static DateTimeOffset? LeavesAt(StoredLetter row, Letter letter, LetterSettings settings)
    {
        if (!MergedReminders.MayWait(row)) return null;
        if (settings.CollectedUntil is not { } hour) return Gathered(row, settings);
        var day = ParisTime.DayOf(row.WrittenAt);
        var collection = ParisTime.At(day, hour);
        if (row.WrittenAt <= collection) return collection;
        return IsUrgent(letter) ? Gathered(row, settings) : ParisTime.At(day.AddDays(1), hour);
    }

    /// <summary>The letter with the days that are left on the day on which it leaves.</summary>
    public static Letter AsOfLeaving(StoredLetter row, Letter letter, LetterSettings settings) =>
        letter.DaysLeft is { } left && LeavesAt(row, letter, settings) is { } moment
            ? letter with
            {
                DaysLeft = left - (ParisTime.DayOf(moment).DayNumber - ParisTime.DayOf(row.WrittenAt).DayNumber),
            }
            : letter;

    private static bool IsUrgent(Letter letter) =>
        letter.Kind is LetterKind.DueToday or LetterKind.Overdue || letter.DaysLeft <= UrgentDays;

    private static DateTimeOffset? Gathered(StoredLetter row, LetterSettings settings) =>
        settings.Gathering > TimeSpan.Zero ? row.WrittenAt + settings.Gathering : null;
}
