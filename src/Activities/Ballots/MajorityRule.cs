namespace Procedures.Ballots;

/// <summary>Which majority elects in a ballot of the Assembly.</summary>
public enum MajorityRule
{
    /// <summary>More than half of the votes cast: the first ballot.</summary>
    Absolute,

    /// <summary>More votes than any other candidate: every later ballot.</summary>
    Relative,
}
