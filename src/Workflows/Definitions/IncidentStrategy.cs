namespace Procedures.Definitions;

/// <summary>What follows when an activity fails.</summary>
public enum IncidentStrategy
{
    /// <summary>The procedure ends as faulted. Elsa's default.</summary>
    Fault,

    /// <summary>Other branches go on; the procedure stays suspended with its incidents.</summary>
    ContinueWithIncidents,
}
