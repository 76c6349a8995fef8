using System.Collections.Immutable;
using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>Until when a wait may last, how that day was found, and what has been done about it so far.</summary>
/// <param name="Rule">The rule as the process owner wrote it: nlt EO - 12 mo.</param>
/// <param name="Profile">The reminder profile: R60, R30, R14, R3, RM or None.</param>
public sealed record Timetable(string Rule, string Profile, OnExpiry OnExpiry)
{
    /// <summary>The first day of a window, if the rule has one.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>The last good day, Europe/Paris; null while an anchor of the rule is not known yet.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last good day before it moved last; null when it never has.</summary>
    public DateOnly? WasLastDay { get; init; }

    /// <summary>
    /// Whether a meeting takes place on <see cref="LastDay"/>. False while the rule gives a last day or a window only:
    /// nobody may be invited to a day that nobody has fixed.
    /// </summary>
    public bool IsMeetingDay => Profile == ReminderProfile.RM.Name && LastDay is { } day
        && (Opens == day || Deadlines.Rule.Parse(Rule).NamesTheDay);

    /// <summary>Why this day, in one sentence.</summary>
    public Bilingual Explanation { get; init; } = Bilingual.Empty;
    public ImmutableArray<Bilingual> Warnings { get; init; } = [];
    public bool IsProvisional { get; init; }

    /// <summary>Who is told when the day passes; null: the copy addressee.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>True once the passing of the last day has been handled.</summary>
    public bool HasExpired { get; init; }

    /// <summary>UTC. From then on it was too late, although the last day was not over; null if only days count.</summary>
    public DateTimeOffset? CutOffAt { get; init; }

    /// <summary>UTC. Reminders up to this moment have been sent or passed over.</summary>
    public DateTimeOffset HandledUntil { get; init; }

    /// <summary>How often the calendar entry has been sent.</summary>
    public int Sequence { get; init; }
}
