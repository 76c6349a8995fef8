using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>An unfinished activation as it rests between two steps.</summary>
/// <param name="Id">Unique within the procedure, rising.</param>
/// <param name="Parent">The activation that started it; 0 is the procedure itself.</param>
/// <param name="Memory">What the activity type has put aside: loop counters, tokens, visits.</param>
/// <param name="Variables">Values of the variables that the activity declares, by variable id.</param>
public sealed record ActivationState(
    int Id, string ActivityId, int Parent, ActivationStatus Status, Value.Map Memory, Value.Map Variables)
{
    /// <summary>What it remembered when it began: with this it can begin again after an incident.</summary>
    public Value.Map Given { get; init; } = Value.Map.Empty;
}
