using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// What would run and wait in a procedure if one deadline had not passed, so that its passing can be taken back.
/// </summary>
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

    /// <summary>What has passed in that course too; it cannot be taken back there as well.</summary>
    public ImmutableArray<PassedDeadline> Passed { get; init; } = [];

    internal static EarlierState Of(Procedure procedure) => new()
    {
        Activations = procedure.Activations, Waits = procedure.Waits, Anchors = procedure.Anchors,
        Outputs = procedure.Outputs, Yields = procedure.Yields, LastResult = procedure.LastResult,
        Name = procedure.Name, Title = procedure.Title, CorrelationId = procedure.CorrelationId,
        Interruption = procedure.Interruption,
        // States within states would double with each deadline that passes.
        Passed = [.. procedure.Passed.Select(p => p with { Before = null })],
    };

    /// <summary>The procedure as it would be, with the numbers that have been given out meanwhile.</summary>
    internal Procedure In(Procedure now) => now with
    {
        Activations = Activations, Waits = Waits, Anchors = Anchors, Outputs = Outputs, Yields = Yields,
        LastResult = LastResult, Name = Name, Title = Title, CorrelationId = CorrelationId, Interruption = Interruption,
        Passed = Passed,
    };
}
