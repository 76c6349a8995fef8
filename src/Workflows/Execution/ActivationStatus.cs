namespace Procedures.Execution;

/// <summary>
/// Where one activation of an activity stands. Completed and cancelled ones are not kept in the state.
/// </summary>
public enum ActivationStatus
{
    /// <summary>At work or waiting.</summary>
    Running,
    Completed,
    Cancelled,
    Faulted,
}
