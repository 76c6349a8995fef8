using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What an activity asks for when it wants to stand still.</summary>
public sealed record WaitRequest(WaitKind Kind)
{
    /// <summary>The event's name, the child's id, the outside task's id.</summary>
    public string? Key { get; init; }

    /// <summary>UTC moment at which a timer ends.</summary>
    public DateTimeOffset? Until { get; init; }
    public Assignment? Assignment { get; init; }
    public Timetable? Timetable { get; init; }
    public Value.Map Data { get; init; } = Value.Map.Empty;
}
