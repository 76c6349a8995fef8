namespace Procedures.Deadlines;

/// <summary>Why a moment of a <see cref="ReminderPlan"/> exists.</summary>
public abstract record ReminderOccasion
{
    private ReminderOccasion() { }

    /// <summary>So many days are left.</summary>
    public sealed record Reminder(int DaysLeft) : ReminderOccasion;

    /// <summary>The morning of the last day.</summary>
    public sealed record DueToday : ReminderOccasion;

    /// <summary>The last day passed so many days ago.</summary>
    public sealed record Overdue(int Days) : ReminderOccasion;

    /// <summary>A meeting takes place in so many days.</summary>
    public sealed record Meeting(int DaysLeft) : ReminderOccasion;

    /// <summary>The last day is over: midnight in Paris. No letter; what the rule says on expiry happens.</summary>
    public sealed record Expiry : ReminderOccasion;

    /// <summary>A short key, the same for the same offset for ever: <c>before-14</c>, <c>overdue-7</c>.</summary>
    public string Key => this switch
    {
        Reminder reminder => $"before-{reminder.DaysLeft}",
        DueToday => "today",
        Overdue overdue => $"overdue-{overdue.Days}",
        Meeting meeting => $"meeting-{meeting.DaysLeft}",
        Expiry => "expiry",
        _ => throw new InvalidOperationException("An occasion is one of the five kinds."),
    };
}
