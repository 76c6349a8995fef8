using Procedures.Expressions;

namespace Procedures.Runtime;

/// <summary>With what a procedure is opened.</summary>
/// <param name="Actor">Who opens it; stands in the journal.</param>
public sealed record OpeningRequest(Value.Map Inputs, string Actor)
{
    public string? CorrelationId { get; init; }

    /// <summary>The id to give; null: the next free readable one.</summary>
    public string? ProcedureId { get; init; }
    public string? TriggerActivityId { get; init; }
    public Value TriggerPayload { get; init; } = Value.Undefined;
}
