namespace Procedures.Execution;

/// <summary>What happens when the last day of a wait passes without an answer.</summary>
public enum OnExpiry
{
    /// <summary>A named body is told; the wait stays open. The safe default.</summary>
    Escalate,

    /// <summary>The next step cannot start; the wait stays open and is shown as blocking.</summary>
    Block,

    /// <summary>The procedure leaves the activity through the outcome Expired.</summary>
    Branch,

    /// <summary>The right is lost: the procedure leaves the activity through the outcome Lapsed.</summary>
    Lapse,

    /// <summary>Written into the journal only.</summary>
    Note,
}
