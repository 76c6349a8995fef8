namespace Procedures.Ballots;

/// <summary>Which majority a committee needs.</summary>
public enum CommitteeMajority
{
    /// <summary>More than half of the votes cast.</summary>
    MoreThanHalf,

    /// <summary>At least two thirds of the votes cast.</summary>
    TwoThirds,
}
