using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class CommitteeVoteTests
{
    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(19, 10, false)]
    [InlineData(2, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    public void Two_thirds_are_two_thirds_of_the_votes_cast(int @for, int against, bool carried) =>
        Assert.Equal(carried, CommitteeVote.TwoThirds(@for, against));

    [Theory]
    [InlineData(11, 10, true)]
    [InlineData(10, 10, false)]
    [InlineData(10, 11, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    public void More_than_half_excludes_a_tie(int @for, int against, bool carried) =>
        Assert.Equal(carried, CommitteeVote.MoreThanHalf(@for, against));

    [Theory]
    [InlineData(24, 12, 46, true)]
    [InlineData(23, 11, 46, false)]
    [InlineData(24, 13, 46, false)]
    [InlineData(24, 0, 47, true)]
    [InlineData(23, 0, 47, false)]
    public void Article_20d_needs_two_thirds_of_the_votes_cast_and_a_majority_of_those_entitled_to_sit(
        int @for, int against, int entitled, bool carried)
    {
        var result = CommitteeVote.Count(CommitteeMajority.Article20d, @for, against, 1, entitled);
        Assert.Equal(carried, result.IsCarried);
        Assert.Contains($"More than half of the {entitled} entitled to sit", result.Report.English);
    }

    [Fact]
    public void The_number_needed_is_exactly_the_least_that_carries()
    {
        foreach (var majority in Enum.GetValues<CommitteeMajority>())
            for (var cast = 1; cast <= 60; cast++)
            {
                var least = Enumerable.Range(0, cast + 1)
                    .First(f => CommitteeVote.Count(majority, f, cast - f).IsCarried);
                Assert.Equal(least, CommitteeVote.Count(majority, 0, cast).Needed);
            }
    }

    [Fact]
    public void Abstentions_change_nothing_but_are_reported()
    {
        var result = CommitteeVote.Count(CommitteeMajority.MoreThanHalf, 3, 2, 15);
        Assert.True(result.IsCarried);
        Assert.Equal(5, result.VotesCast);
        Assert.Contains("abstentions: 15", result.Report.English);
    }

    [Fact]
    public void A_tie_is_told_as_one()
    {
        var report = CommitteeVote.Count(CommitteeMajority.MoreThanHalf, 7, 7).Report;
        Assert.EndsWith("The votes are equal: the proposal is not carried.", report.English);
        Assert.EndsWith("Égalité des voix : la proposition n'est pas adoptée.", report.French);
    }

    [Fact]
    public void Negative_votes_are_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CommitteeVote.Count(CommitteeMajority.TwoThirds, -1, 0));
}
