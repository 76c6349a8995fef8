namespace Procedures.Ballots;

/// <summary>Of what a name must have more than half in a round of the Committee of Ministers.</summary>
public enum SelectionBasis
{
    /// <summary>Of the delegations entitled to vote, whether they voted or not.</summary>
    Entitled,

    /// <summary>Of the valid ballot papers.</summary>
    ValidPapers,
}
