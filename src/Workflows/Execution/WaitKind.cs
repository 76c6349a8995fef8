namespace Procedures.Execution;

/// <summary>What a wait waits for.</summary>
public enum WaitKind
{
    /// <summary>A person acts: completes a task, records a decision, reports an occurrence.</summary>
    Task,

    /// <summary>An event of that name is published.</summary>
    Event,

    /// <summary>A moment comes.</summary>
    Timer,

    /// <summary>A child procedure ends.</summary>
    Child,

    /// <summary>An outside program reports the result of a task by its id.</summary>
    Report,
}
