using System.Collections.Immutable;

namespace Procedures.Execution;

/// <summary>
/// What a procedure waited for and was about to do when an incident ended it: with this and its activations it can be
/// taken up where it failed.
/// </summary>
public sealed record Standstill
{
    /// <summary>The waits that were closed with the procedure.</summary>
    public ImmutableArray<Wait> Waits { get; init; } = [];

    /// <summary>Activities whose turn had not come yet, in their order.</summary>
    public ImmutableArray<DueActivity> Due { get; init; } = [];

    /// <summary>Steps that had been left because their last day had passed, the oldest first.</summary>
    public ImmutableArray<PassedDeadline> Passed { get; init; } = [];
    public Interruption? Interruption { get; init; }

    /// <summary>What procedures that it had opened have reported since, in the order of arrival.</summary>
    public ImmutableArray<Stimulus.ChildReported> Reports { get; init; } = [];
}
