using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>On which days before and after a last day a reminder goes out, at 08:00 in Paris.</summary>
public sealed record ReminderProfile
{
    /// <summary>For what takes months: 60, 30, 14, 7, 3, 1 days before; 1 and 7 after, then weekly.</summary>
    public static readonly ReminderProfile R60 = new("R60", [60, 30, 14, 7, 3, 1], [1, 7], weekly: true);

    /// <summary>30, 14, 7, 1 days before; 1 and 7 after, then weekly.</summary>
    public static readonly ReminderProfile R30 = new("R30", [30, 14, 7, 1], [1, 7], weekly: true);

    /// <summary>14, 7, 2 days before; 1 and 3 after.</summary>
    public static readonly ReminderProfile R14 = new("R14", [14, 7, 2], [1, 3]);

    /// <summary>3 and 1 days before, and the morning of the day; 1 after.</summary>
    public static readonly ReminderProfile R3 = new("R3", [3, 1], [1], morningOf: true);

    /// <summary>For meetings: 14, 3, 1 days before, none after.</summary>
    public static readonly ReminderProfile RM = new("RM", [14, 3, 1], [], meeting: true);

    /// <summary>No reminder; the day still expires.</summary>
    public static readonly ReminderProfile None = new("None", [], []);

    private ReminderProfile(string name, ImmutableArray<int> before, ImmutableArray<int> after,
        bool weekly = false, bool morningOf = false, bool meeting = false) =>
        (Name, Before, After, WeeklyAfter, MorningOf, ForMeeting) = (name, before, after, weekly, morningOf, meeting);

    /// <summary>Every profile, from the longest to none.</summary>
    public static ImmutableArray<ReminderProfile> All { get; } = [R60, R30, R14, R3, RM, None];

    /// <summary>The name that a definition uses.</summary>
    public string Name { get; }

    /// <summary>Days before the last day, largest first.</summary>
    public ImmutableArray<int> Before { get; }

    /// <summary>Days after the last day, smallest first.</summary>
    public ImmutableArray<int> After { get; }

    /// <summary>True when one follows every seven days after the last of <see cref="After"/>, without end.</summary>
    public bool WeeklyAfter { get; }

    /// <summary>True when one goes out on the morning of the last day.</summary>
    public bool MorningOf { get; }

    /// <summary>True when the day is that of a meeting, not of a duty.</summary>
    public bool ForMeeting { get; }

    /// <summary>A profile by its name, whatever the case; null when there is none of that name.</summary>
    public static ReminderProfile? Find(string name) =>
        All.FirstOrDefault(profile => profile.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Name;
}
