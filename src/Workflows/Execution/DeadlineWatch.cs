using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What happens around the last day of a wait: announcement, reminders, expiry, a moved date.</summary>
/// <remarks>Overdue work is done by its meaning: once, with its legal date, and only the latest missed reminder.</remarks>
internal static class DeadlineWatch
{
    /// <summary>Where a meeting's wait keeps the codes of the other bodies that are invited.</summary>
    public const string ParticipantsMember = "participants";

    /// <summary>Announces the task and sets the first moment at which the wait wants to be looked at.</summary>
    public static Wait Open(Burst burst, Activation activation, Wait wait)
    {
        var assignment = wait.Assignment!;
        burst.FixStep($"{assignment.Step}.opened", burst.Today, activation);
        wait = burst.Waits.Find(wait.Id)!;
        if (wait.Timetable is { } timetable)
        {
            timetable = Resolved(burst, timetable) with { HandledUntil = burst.Now };
            if (timetable.LastDay is not null) timetable = timetable with { Sequence = 1 };
            wait = Rescheduled(burst, wait with { Timetable = timetable });
            burst.Waits.Replace(wait);
        }
        Announce(burst, activation, wait);
        return wait;
    }

    private static void Announce(Burst burst, Activation activation, Wait wait)
    {
        var assignment = wait.Assignment!;
        if (assignment.IsOptional) return;
        burst.Note(JournalEvent.Asked, activation, TaskSentences.Asked(burst.Institution, wait), TaskSentences.Data(wait));
        burst.Send(TaskLetters.Announcement(wait));
    }

    /// <summary>The wait's moment has come: reminders and the expiry that are due by now.</summary>
    public static void Wake(Burst burst, Wait wait)
    {
        if (wait.Timetable is not { LastDay: { } lastDay } timetable) return;
        if (burst.Interruption?.Pauses(wait) == true)
        {
            burst.Waits.Replace(wait with { WakeAt = null });
            return;
        }
        var plan = PlanOf(timetable, lastDay);
        var expiresNow = IsOver(timetable, plan, burst.Now);
        var reminder = plan.LatestReminder(timetable.HandledUntil, burst.Now);
        wait = wait with { Timetable = timetable with { HandledUntil = burst.Now, HasExpired = timetable.HasExpired || expiresNow } };
        wait = Rescheduled(burst, wait);
        burst.Waits.Replace(wait);
        if (expiresNow) Expire(burst, wait, lastDay);
        if (reminder is not null && burst.Waits.Find(wait.Id) is not null && wait.Assignment is { IsOptional: false })
            Remind(burst, wait, reminder);
    }

    private static void Remind(Burst burst, Wait wait, ReminderMoment reminder)
    {
        SendToAll(burst, wait, TaskLetters.Reminder(wait, reminder.Occasion));
        burst.Note(JournalEvent.Reminded, burst.Find(wait.Activation),
            TaskSentences.Reminded(burst.Institution, wait, reminder.Occasion), Value.Of(reminder.Occasion.Key));
    }

    private static void Expire(Burst burst, Wait wait, DateOnly lastDay)
    {
        var timetable = wait.Timetable!;
        burst.Note(JournalEvent.Expired, burst.Find(wait.Activation),
            TaskSentences.Expired(wait, lastDay, timetable.OnExpiry),
            Value.MapOf(("lastDay", Value.Of(lastDay.ToString("yyyy-MM-dd"))), ("onExpiry", Value.Of(timetable.OnExpiry.ToString()))));
        if (timetable.OnExpiry == OnExpiry.Escalate && wait.Assignment is { IsOptional: false })
            burst.Send(TaskLetters.Escalation(wait));
        burst.Expire(wait);
    }

    /// <summary>Computes the wait's day anew; a day that moves is journalled and announced.</summary>
    public static void Recompute(Burst burst, Wait wait)
    {
        var old = wait.Timetable!;
        // A wait that is just being opened has not been announced yet: its first day is no move.
        if (old.HandledUntil == default) return;
        var timetable = Resolved(burst, old);
        // Whoever fixes a day has written it into the wait's rule: what was announced stands in the list.
        var isDayNew = timetable.IsMeetingDay && burst.Waits.Find(wait.Id)?.Timetable?.IsMeetingDay != true;
        if (timetable.LastDay == old.LastDay && !isDayNew)
        {
            // A window that opens earlier or later changes nobody's last day: there is nothing to announce.
            if (timetable != old) burst.Waits.Replace(wait with { Timetable = timetable });
            return;
        }
        if (timetable.LastDay is { } lastDay && lastDay >= burst.Today) timetable = timetable with { HasExpired = false };
        timetable = timetable with { HandledUntil = burst.Now, Sequence = old.Sequence + 1, WasLastDay = old.LastDay };
        var moved = Rescheduled(burst, wait with { Timetable = timetable });
        burst.Waits.Replace(moved);
        burst.Note(JournalEvent.DeadlineMoved, burst.Find(wait.Activation),
            TaskSentences.Moved(moved, old.LastDay), TaskSentences.Data(moved));
        if (wait.Assignment is { IsOptional: false })
            SendToAll(burst, moved, TaskLetters.Moved(moved, old.LastDay, isDayNew, burst.Why));
    }

    /// <summary>Whoever was asked is told that the task is no longer asked, in time or late, with or without a day.</summary>
    public static void Withdraw(Burst burst, Wait wait)
    {
        if (wait.Assignment is { IsOptional: false } && !burst.IsAnswering(wait))
            SendToAll(burst, wait, TaskLetters.Withdrawal(wait, burst.Why));
    }

    /// <summary>Sends the letter to the body that is asked and to everybody whom it was asked to meet.</summary>
    private static void SendToAll(Burst burst, Wait wait, Letter letter)
    {
        burst.Send(letter);
        // A body that was invited may have been entrusted with the meeting since: it is written to once.
        foreach (var participant in Plain.Items(wait.Data[ParticipantsMember]).Select(Plain.Text).Where(p => p != letter.To))
            burst.Send(letter with { To = participant, CopyTo = null, Outcomes = [] });
    }

    /// <summary>The wait with the next moment of its plan, or none while the procedure is interrupted.</summary>
    public static Wait Rescheduled(Burst burst, Wait wait)
    {
        if (wait.Timetable is not { LastDay: { } lastDay } timetable) return wait with { WakeAt = null };
        if (burst.Interruption?.Pauses(wait) == true) return wait with { WakeAt = null };
        var plan = PlanOf(timetable, lastDay);
        if (IsOver(timetable, plan, burst.Now)) return wait with { WakeAt = burst.Now };
        return wait with { WakeAt = plan.NextAfter(burst.Now)?.At };
    }

    private static bool IsOver(Timetable timetable, ReminderPlan plan, DateTimeOffset now) =>
        !timetable.HasExpired && (timetable.CutOffAt is not null || plan.ExpiresAt <= now);

    private static ReminderPlan PlanOf(Timetable timetable, DateOnly lastDay) =>
        new(lastDay, ReminderProfile.Find(timetable.Profile) ?? ReminderProfile.None);

    private static Timetable Resolved(Burst burst, Timetable timetable) =>
        Rule.Parse(timetable.Rule).Resolve(burst.Anchors, burst.Institution.Calendar) switch
        {
            Deadline deadline => timetable with
            {
                Opens = deadline.Opens, LastDay = deadline.LastDay, Explanation = deadline.Explanation,
                Warnings = deadline.Warnings, IsProvisional = deadline.Provisional,
            },
            OpenEnded open => timetable with
            {
                Opens = open.Opens, LastDay = null, Explanation = open.Explanation,
                Warnings = open.Warnings, IsProvisional = open.Provisional,
            },
            Unresolved unresolved => timetable with { Opens = null, LastDay = null, Explanation = unresolved.Reason },
            var other => throw new InvalidOperationException($"A rule resolves to {other.GetType().Name}."),
        };
}
