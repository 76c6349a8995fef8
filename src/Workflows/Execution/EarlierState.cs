using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What ran and waited in a procedure before a step, so that the step can be taken back.</summary>
public sealed record EarlierState
{
    public ImmutableArray<ActivationState> Activations { get; init; } = [];
    public ImmutableArray<Wait> Waits { get; init; } = [];
    public AnchorBook Anchors { get; init; } = AnchorBook.Empty;
    public Value.Map Outputs { get; init; } = Value.Map.Empty;
    public Value.Map Yields { get; init; } = Value.Map.Empty;
    public Value LastResult { get; init; } = Value.Undefined;
    public string? Name { get; init; }
    public Bilingual Title { get; init; } = Bilingual.Empty;
    public string? CorrelationId { get; init; }
    public Interruption? Interruption { get; init; }

    internal static EarlierState Of(Procedure procedure) => new()
    {
        Activations = procedure.Activations, Waits = procedure.Waits, Anchors = procedure.Anchors,
        Outputs = procedure.Outputs, Yields = procedure.Yields, LastResult = procedure.LastResult,
        Name = procedure.Name, Title = procedure.Title, CorrelationId = procedure.CorrelationId,
        Interruption = procedure.Interruption,
    };
}
