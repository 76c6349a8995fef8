using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The mathematics of one ballot of the Assembly.</summary>
/// <remarks>
/// First ballot: elected with more than half of the votes cast. Later ballots: elected with more votes than every
/// other candidate; a tie repeats the ballot. Blank and spoilt papers are no votes cast; nobody is eliminated
/// (Rules of Procedure of the Assembly, Rules 40.11 and 41.1).
/// </remarks>
public static class BallotRound
{
    /// <summary>The least number of votes that is more than half of the votes cast.</summary>
    public static int AbsoluteMajority(int votesCast) => votesCast / 2 + 1;

    /// <summary>The result of a ballot.</summary>
    /// <param name="number">1 for the first ballot.</param>
    /// <exception cref="ArgumentException">
    /// No candidate, the same candidate twice, a negative number, or a ballot before the first.
    /// </exception>
    public static BallotResult Count(int number, BallotCount count)
    {
        Check(number, count);
        var votesCast = count.Votes.Sum(v => v.Value);
        var most = count.Votes.Max(v => v.Value);
        ImmutableArray<string> leaders =
            votesCast == 0 ? [] : [.. count.Votes.Where(v => v.Value == most).Select(v => v.Key)];
        var rule = number == 1 ? MajorityRule.Absolute : MajorityRule.Relative;
        var ending = Ending(rule, votesCast, most, leaders.Length);
        var result = new BallotResult(number, rule, ending, votesCast, AbsoluteMajority(votesCast), leaders,
            ending == BallotEnding.Elected ? leaders[0] : null) { Count = count };
        return result with { Reasoning = BallotReasoning.Of(result, most), Discrepancies = Reconciliation.Of(count) };
    }

    private static BallotEnding Ending(MajorityRule rule, int votesCast, int most, int leaders)
    {
        if (votesCast == 0) return BallotEnding.NoVotes;
        if (rule == MajorityRule.Absolute)
            return most >= AbsoluteMajority(votesCast) ? BallotEnding.Elected : BallotEnding.NoAbsoluteMajority;
        return leaders == 1 ? BallotEnding.Elected : BallotEnding.Tie;
    }

    private static void Check(int number, BallotCount count)
    {
        if (number < 1) throw new ArgumentException("Ballots are numbered from 1.", nameof(number));
        if (count.Votes.IsDefaultOrEmpty) throw new ArgumentException("A ballot needs a candidate.", nameof(count));
        if (count.Votes.Select(v => v.Key).Distinct(StringComparer.Ordinal).Count() != count.Votes.Length)
            throw new ArgumentException("A candidate stands twice on the ballot paper.", nameof(count));
        if (count.Votes.Any(v => v.Value < 0) || count.Blank < 0 || count.Spoilt < 0)
            throw new ArgumentException("Votes and papers cannot be negative.", nameof(count));
    }
}
