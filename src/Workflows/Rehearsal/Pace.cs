namespace Procedures.Rehearsal;

/// <summary>When tasks are done that nobody has written anything down for.</summary>
public enum Pace
{
    /// <summary>On the last working day that is in time.</summary>
    LastDay,

    /// <summary>On the first working day on which they may be done.</summary>
    Early,

    /// <summary>Never: only what is written down happens.</summary>
    Never,
}
