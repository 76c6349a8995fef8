using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>What the tellers counted.</summary>
/// <param name="Votes">Valid votes for each candidate, in the order of the ballot paper.</param>
/// <param name="Blank">Blank papers.</param>
/// <param name="Spoilt">Papers that name nobody on the list, or more than one candidate.</param>
/// <param name="Signatures">Signatures in the register, when they were counted.</param>
/// <param name="Envelopes">Envelopes in the urn, when they were counted.</param>
public sealed record BallotCount(
    ImmutableArray<KeyValuePair<string, int>> Votes, int Blank = 0, int Spoilt = 0, int? Signatures = null,
    int? Envelopes = null)
{
    /// <summary>Valid, blank and spoilt papers together.</summary>
    public int Papers => Votes.Sum(v => v.Value) + Blank + Spoilt;
}
