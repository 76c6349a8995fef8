namespace Procedures.Execution;

/// <summary>Where a procedure stands (Elsa's sub-status, which implies its status).</summary>
public enum ProcedureStatus
{
    /// <summary>Waiting for an answer, a moment, an event or a child.</summary>
    Suspended,

    /// <summary>Suspended by an act of a body: open waits stay, reminders rest.</summary>
    Interrupted,
    Finished,
    Cancelled,

    /// <summary>Ended by an incident under the Fault strategy.</summary>
    Faulted,
}
