namespace Procedures.Bench;

/// <summary>What engines are asked to do beside ours.</summary>
internal enum PeerWork
{
    /// <summary>Start, three steps, finish.</summary>
    Start,

    /// <summary>One that waits is completed; it is durable when the call returns.</summary>
    Complete,

    /// <summary>Timers fall due evenly within a window.</summary>
    Timers,

    /// <summary>Timers that are all due at once.</summary>
    Drain,

    /// <summary>Many wait, and nothing happens.</summary>
    Idle,
}
