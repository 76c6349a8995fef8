namespace Procedures.Ballots;

/// <summary>How a ballot ended.</summary>
public enum BallotEnding
{
    Elected,

    /// <summary>First ballot: nobody has more than half of the votes cast.</summary>
    NoAbsoluteMajority,

    /// <summary>A later ballot: two or more candidates share the lead.</summary>
    Tie,

    /// <summary>No valid vote was cast at all.</summary>
    NoVotes,
}
