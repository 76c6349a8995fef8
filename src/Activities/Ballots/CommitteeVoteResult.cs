using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>Whether a proposal was carried in a committee, with the reasoning.</summary>
/// <param name="Needed">The least number of votes in favour that would have carried the proposal.</param>
public sealed record CommitteeVoteResult(
    CommitteeMajority Majority, int For, int Against, int Abstentions, int Needed, bool IsCarried,
    ImmutableArray<Bilingual> Reasoning)
{
    /// <summary>Abstentions are not votes cast.</summary>
    public int VotesCast => For + Against;

    /// <summary>The reasoning, one sentence a line.</summary>
    public Bilingual Report =>
        (string.Join('\n', Reasoning.Select(s => s.English)), string.Join('\n', Reasoning.Select(s => s.French)));
}
