namespace Procedures.Deadlines;

/// <summary>How certain the dates of a part-session are.</summary>
public enum PartStatus
{
    /// <summary>Took place, or is fixed by the Assembly.</summary>
    Held,

    /// <summary>Did not take place; searches pass it over, and a rule that names it is flagged.</summary>
    Cancelled,

    /// <summary>Announced but not yet fixed: what is computed from it is provisional.</summary>
    ToConfirm,

    /// <summary>Derived from the usual pattern: what is computed from it is provisional.</summary>
    Projected,
}
