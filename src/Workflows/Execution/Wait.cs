using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>A place where a procedure stands still.</summary>
/// <param name="Id">Unique within the procedure: a wait is consumed once.</param>
/// <param name="Key">The event's name, the child's id, the outside task's id; otherwise null.</param>
/// <param name="OpenedAt">UTC.</param>
public sealed record Wait(int Id, int Activation, string ActivityId, WaitKind Kind, string? Key, DateTimeOffset OpenedAt)
{
    /// <summary>The next UTC moment at which the wait wants to be looked at: a timer's end, a reminder, the deadline.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>Who must act and what is asked, when a person does.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>Until when, and what happens around that day.</summary>
    public Timetable? Timetable { get; init; }

    /// <summary>How often it was opened again after it had been taken back.</summary>
    public int AskedAgain { get; init; }

    /// <summary>What the activity type wants to find again when the wait ends.</summary>
    public Value.Map Data { get; init; } = Value.Map.Empty;
}
