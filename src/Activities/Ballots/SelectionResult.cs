using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>What came of one round of the Committee of Ministers.</summary>
/// <param name="Threshold">The least number of votes with which a name is chosen.</param>
/// <param name="Selected">The names chosen in this round, most votes first.</param>
/// <param name="Remaining">The other names, in the order of the ballot paper.</param>
public sealed record SelectionResult(
    int Threshold, ImmutableArray<string> Selected, ImmutableArray<string> Remaining, int PlacesLeft)
{
    /// <summary>Whether every place is filled.</summary>
    public bool IsComplete => PlacesLeft == 0;

    /// <summary>How the result was found, one sentence a line.</summary>
    public Bilingual Report { get; init; } = Bilingual.Empty;
}
