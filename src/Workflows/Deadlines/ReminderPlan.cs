using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>
/// The moments that follow from a last day and a profile, in order: reminders at 08:00 in Paris, and the expiry at
/// 00:00 in Paris of the day after the last day.
/// </summary>
public sealed record ReminderPlan(DateOnly LastDay, ReminderProfile Profile)
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The first moment that is too late, in UTC.</summary>
    public DateTimeOffset ExpiresAt => ParisTime.StartOf(LastDay.AddDays(1));

    /// <summary>
    /// All moments in order. Endless for a profile with a weekly tail: take what is needed, never all of it.
    /// </summary>
    public IEnumerable<ReminderMoment> Moments()
    {
        foreach (var days in Profile.Before)
            yield return At(-days, Profile.ForMeeting
                ? new ReminderOccasion.Meeting(days)
                : new ReminderOccasion.Reminder(days));
        if (Profile.MorningOf) yield return At(0, new ReminderOccasion.DueToday());
        yield return new ReminderMoment(ExpiresAt, new ReminderOccasion.Expiry());
        foreach (var days in Profile.After)
            yield return At(days, new ReminderOccasion.Overdue(days));
        if (!Profile.WeeklyAfter) yield break;
        for (var days = Profile.After[^1] + 7; ; days += 7)
            yield return At(days, new ReminderOccasion.Overdue(days));
    }

    /// <summary>
    /// Every moment after <paramref name="lastHandled"/> and not after <paramref name="now"/>, in order. Pass the
    /// moment at which the wait was opened as the first <paramref name="lastHandled"/>, so that reminders which were
    /// already past at that time are not caught up; null means from the beginning.
    /// </summary>
    public ImmutableArray<ReminderMoment> DueBetween(DateTimeOffset? lastHandled, DateTimeOffset now) =>
        [.. Moments()
            .TakeWhile(moment => moment.At <= now)
            .SkipWhile(moment => lastHandled is { } handled && moment.At <= handled)];

    /// <summary>
    /// The one reminder to send for that stretch of time: the latest; the others have been overtaken. The expiry is
    /// not a reminder: look for it in <see cref="DueBetween"/>.
    /// </summary>
    public ReminderMoment? LatestReminder(DateTimeOffset? lastHandled, DateTimeOffset now) =>
        DueBetween(lastHandled, now).LastOrDefault(moment => !moment.IsExpiry);

    /// <summary>The next moment, reminder or expiry; null when nothing is left.</summary>
    public ReminderMoment? NextAfter(DateTimeOffset moment) => Moments().FirstOrDefault(next => next.At > moment);

    private ReminderMoment At(int days, ReminderOccasion occasion) =>
        new(ParisTime.At(LastDay.AddDays(days), Morning), occasion);
}
