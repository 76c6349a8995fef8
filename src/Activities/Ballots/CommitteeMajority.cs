namespace Procedures.Ballots;

/// <summary>Which majority a committee needs.</summary>
public enum CommitteeMajority
{
    /// <summary>More than half of the votes cast.</summary>
    MoreThanHalf,

    /// <summary>At least two thirds of the votes cast.</summary>
    TwoThirds,

    /// <summary>
    /// At least two thirds of the votes cast, and a majority of the representatives entitled to sit on the Committee of
    /// Ministers (Statute, Article 20.d).
    /// </summary>
    Article20d,
}
