using System.Collections.Immutable;
using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class BallotRoundTests
{
    private static BallotCount Votes(params (string Name, int Votes)[] votes) =>
        new([.. votes.Select(v => KeyValuePair.Create(v.Name, v.Votes))]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(239, 120)]
    [InlineData(241, 121)]
    [InlineData(250, 126)]
    public void The_absolute_majority_is_the_least_number_above_half(int votesCast, int threshold) =>
        Assert.Equal(threshold, BallotRound.AbsoluteMajority(votesCast));

    public static TheoryData<int, string, int, int, bool, string?> PastBallots => new()
    {
        { 1, "Thorbjørn Jagland 165, Włodzimierz Cimoszewicz 80", 245, 123, true, "Thorbjørn Jagland" },
        { 1, "Marija Pejčinović Burić 159, Didier Reynders 105", 264, 133, true, "Marija Pejčinović Burić" },
        { 1, "Alain Berset 92, Indrek Saar 79, Didier Reynders 70", 241, 121, true, null },
        { 2, "Alain Berset 114, Indrek Saar 85, Didier Reynders 46", 245, 123, false, "Alain Berset" },
        { 1, "Gabriella Battaini-Dragoni 133, Gérard Stoudmann 117", 250, 126, true, "Gabriella Battaini-Dragoni" },
        { 1, "Wojciech Sawicki 151, Jan Kleijssen 91", 242, 122, true, "Wojciech Sawicki" },
        { 1, "Marek Antoni Nowicki 89, Thomas Hammarberg 78, Marc Verwilghen 65", 232, 117, true, null },
        { 2, "Marek Antoni Nowicki 93, Thomas Hammarberg 104, Marc Verwilghen 33", 230, 116, false,
            "Thomas Hammarberg" },
        { 1, "Nils Muižnieks 120, Frans Timmermans 92, Pierre-Yves Monette 27", 239, 120, true, "Nils Muižnieks" },
        { 1, "Pierre-Yves Le Borgn' 105, Dunja Mijatović 76, Goran Klemenčič 67", 248, 125, true, null },
        { 2, "Pierre-Yves Le Borgn' 103, Dunja Mijatović 107, Goran Klemenčič 19", 229, 115, false, "Dunja Mijatović" },
    };

    [Theory]
    [MemberData(nameof(PastBallots))]
    public void Past_ballots_of_the_Assembly_come_out_as_they_did(
        int ballot, string votes, int votesCast, int threshold, bool isAbsolute, string? elected)
    {
        var count = new BallotCount(
        [
            .. votes.Split(", ").Select(v => KeyValuePair.Create(
                v[..v.LastIndexOf(' ')], int.Parse(v[v.LastIndexOf(' ')..]))),
        ]);
        var result = BallotRound.Count(ballot, count);
        Assert.Equal((votesCast, threshold, elected), (result.VotesCast, result.Threshold, result.Elected));
        Assert.Equal(isAbsolute ? MajorityRule.Absolute : MajorityRule.Relative, result.Rule);
        Assert.Equal(count.Votes.MaxBy(v => v.Value).Key, Assert.Single(result.Leaders));
    }

    // An independent count: papers are sorted one by one, and nobody computes with totals.
    private static string? CountedByHand(int ballot, int[] votes)
    {
        var papers = votes.SelectMany((n, candidate) => Enumerable.Repeat(candidate, n)).ToList();
        for (var candidate = 0; candidate < votes.Length; candidate++)
        {
            var (his, others) =
                (papers.Where(p => p == candidate).ToList(), papers.Where(p => p != candidate).ToList());
            if (his.Count == 0) continue;
            var wins = ballot == 1
                ? his.Count > others.Count
                : Enumerable.Range(0, votes.Length).Where(c => c != candidate)
                    .All(c => others.Count(p => p == c) < his.Count);
            if (wins) return $"C{candidate}";
        }
        return null;
    }

    [Fact]
    public void Every_distribution_of_up_to_12_votes_on_3_candidates_agrees_with_a_count_by_hand()
    {
        var seen = 0;
        for (var a = 0; a <= 12; a++)
            for (var b = 0; a + b <= 12; b++)
                for (var c = 0; a + b + c <= 12; c++)
                    foreach (var ballot in (int[])[1, 2, 3])
                    {
                        var result = BallotRound.Count(ballot, Votes(("C0", a), ("C1", b), ("C2", c)));
                        Assert.True(CountedByHand(ballot, [a, b, c]) == result.Elected,
                            $"ballot {ballot}: {a}, {b}, {c}");
                        Assert.Equal(result.Elected is not null, result.Ending == BallotEnding.Elected);
                        seen++;
                    }
        Assert.Equal(455 * 3, seen);
    }

    [Fact]
    public void A_tie_in_the_first_ballot_is_simply_no_absolute_majority()
    {
        var result = BallotRound.Count(1, Votes(("A", 50), ("B", 50)));
        Assert.Equal(BallotEnding.NoAbsoluteMajority, result.Ending);
        Assert.Equal<string>(["A", "B"], result.Leaders);
    }

    [Fact]
    public void A_tie_in_a_later_ballot_repeats_it_however_often()
    {
        foreach (var ballot in Enumerable.Range(2, 5))
            Assert.Equal(BallotEnding.Tie, BallotRound.Count(ballot, Votes(("A", 50), ("B", 50), ("C", 3))).Ending);
    }

    [Fact]
    public void A_lead_of_one_elects_in_the_second_ballot() =>
        Assert.Equal("B", BallotRound.Count(2, Votes(("A", 50), ("B", 51), ("C", 50))).Elected);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_valid_vote_elects_a_single_candidate(int ballot) =>
        Assert.Equal("A", BallotRound.Count(ballot, Votes(("A", 1)) with { Blank = 200, Spoilt = 30 }).Elected);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Without_a_valid_vote_there_is_no_result(int ballot)
    {
        var result = BallotRound.Count(ballot, Votes(("A", 0), ("B", 0)) with { Blank = 12 });
        Assert.Equal(BallotEnding.NoVotes, result.Ending);
        Assert.Empty(result.Leaders);
    }

    [Fact]
    public void Blank_and_spoilt_papers_are_no_votes_cast()
    {
        var result = BallotRound.Count(1, Votes(("A", 51), ("B", 49)) with { Blank = 60, Spoilt = 40 });
        Assert.Equal((100, 51, "A"), (result.VotesCast, result.Threshold, result.Elected));
    }

    [Fact]
    public void Differences_between_register_urn_and_papers_are_told_and_change_nothing()
    {
        var count = Votes(("A", 6), ("B", 4)) with { Blank = 1, Signatures = 13, Envelopes = 12 };
        var result = BallotRound.Count(1, count);
        Assert.Equal("A", result.Elected);
        Assert.Equal(2, result.Discrepancies.Length);
        Assert.StartsWith("Difference: 12 envelopes, but 11 papers", result.Discrepancies[0].English);
        Assert.StartsWith("Écart : 13 signatures, mais 12 enveloppes", result.Discrepancies[1].French);
        Assert.Empty(BallotRound.Count(1, count with { Signatures = 11, Envelopes = 11 }).Discrepancies);
    }

    [Fact]
    public void The_reasoning_names_every_number_that_it_rests_on()
    {
        var report =
            BallotRound.Count(1, Votes(("Nils Muižnieks", 120), ("Frans Timmermans", 92)) with { Blank = 3 }).Report;
        Assert.Equal(
            """
            First ballot: Nils Muižnieks: 120; Frans Timmermans: 92.
            Votes cast: 212; 3 blank and 0 spoilt papers are not counted among them.
            An absolute majority is needed: more than half of 212, that is 107.
            Nils Muižnieks has 120 and is elected.
            """, report.English);
        Assert.Contains("Premier tour de scrutin : Nils Muižnieks : 120 ; Frans Timmermans : 92.", report.French);
        Assert.Contains("plus de la moitié de 212, soit 107", report.French);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void A_count_that_cannot_be_is_an_error(int ballot, int votes) =>
        Assert.Throws<ArgumentException>(() => BallotRound.Count(ballot, Votes(("A", votes))));

    [Fact]
    public void A_ballot_paper_without_names_or_with_a_name_twice_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => BallotRound.Count(1, new BallotCount([])));
        Assert.Throws<ArgumentException>(() => BallotRound.Count(1, Votes(("A", 1), ("A", 2))));
    }
}
