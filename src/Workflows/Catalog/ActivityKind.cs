namespace Procedures.Catalog;

/// <summary>What an activity is to the designer (Elsa's activity kinds).</summary>
public enum ActivityKind
{
    /// <summary>Runs and completes at once, or waits.</summary>
    Action,

    /// <summary>May start a procedure by itself: an event, a moment, an interval.</summary>
    Trigger,

    /// <summary>Work that somebody else does.</summary>
    Task,
}
