using Procedures.Execution;
using Procedures.Mandates;

namespace Procedures.Storage;

/// <summary>What the register shows of a mandate.</summary>
public sealed record MandateRow
{
    public required Mandate Mandate { get; init; }

    /// <summary>How often it has been changed: who corrects it says which of its states was looked at.</summary>
    public required int Revision { get; init; }

    /// <summary>Null while nobody has planned it yet.</summary>
    public OpeningPlan? Opening { get; init; }

    /// <summary>The id that its procedure has or will have.</summary>
    public string? OpeningId { get; init; }

    /// <summary>True for the latest mandate of its seat: a procedure follows from that one only.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>The procedure that follows it, once there is one.</summary>
    public string? ProcedureId { get; init; }
    public ProcedureStatus? ProcedureStatus { get; init; }

    /// <summary>True when its procedure should be open by that day and is not.</summary>
    public bool IsDue(DateOnly today) => IsLatest && ProcedureId is null && Opening?.OpensOn <= today;

    /// <summary>True when a procedure that is opened on that day cannot do its first step in time any more.</summary>
    public bool IsLate(DateOnly today) => IsDue(today) && Opening?.StartsBy < today;
}
