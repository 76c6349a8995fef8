using Procedures.Ballots;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class VotesTests
{
    private const string Names = """["Pierre-Yves Le Borgn'", "Dunja Mijatović", {"name": "Goran Klemenčič"}]""";

    private static Office Ballot(int number) =>
        new(Office.Node("BallotRound", ("Post", "Commissioner"), ("PostFr", "Commissaire"),
        ("Candidates", Names), ("Ballot", number)));

    private static (string, Value) Votes(int leBorgn, int mijatovic, int klemencic) => ("votes", Value.MapOf(
        ("Pierre-Yves Le Borgn'", Value.Of(leBorgn)), ("Dunja Mijatović", Value.Of(mijatovic)),
            ("Goran Klemenčič", Value.Of(klemencic))));

    [Fact]
    public void The_ballot_paper_is_alphabetical_whatever_order_was_given()
    {
        var votes = (Value.Map)Ballot(1).Wait.Assignment!.Form.Items[0];
        Assert.Equal(["Goran Klemenčič", "Pierre-Yves Le Borgn'", "Dunja Mijatović"],
            ((Value.List)votes["options"]).Items.Select(Plain.Text));
    }

    [Fact]
    public void A_first_ballot_without_absolute_majority_leads_to_the_next()
    {
        var office = Ballot(1);
        office.Answer("Record", Votes(105, 76, 67), ("blank", Value.Of(3)), ("signatures", Value.Of(251)),
            ("envelopes", Value.Of(251)));
        Assert.Equal(Value.Of("NextBallot"), office.Yield("Outcome"));
        Assert.Equal(Value.Null, office.Yield("Elected"));
        Assert.Equal((Value.Of(248), Value.Of(125), Value.Of("Absolute")),
            (office.Yield("VotesCast"), office.Yield("Threshold"), office.Yield("Rule")));
        Assert.Contains("more than half of 248, that is 125", office.Answered.Sentence.English);
    }

    [Fact]
    public void The_second_ballot_elects_whoever_leads()
    {
        var office = Ballot(2);
        office.Answer("Elected", Votes(103, 107, 19));
        Assert.Equal(Value.Of("Dunja Mijatović"), office.Yield("Elected"));
        Assert.Contains("Commissaire\nDeuxième tour de scrutin", office.Answered.Sentence.French);
        Assert.Equal(Value.Of("Relative"), office.Yield("Rule"));
    }

    [Theory]
    [InlineData(2, 50, 50, 3)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(4, 0, 0, 0)]
    public void A_tie_and_an_empty_urn_repeat_the_ballot(int ballot, int a, int b, int c)
    {
        var office = Ballot(ballot);
        office.Answer("Record", Votes(a, b, c));
        Assert.Equal<string>(["NextBallot"], office.Procedure.Outcomes);
    }

    [Fact]
    public void Votes_are_whole_numbers_for_the_candidates_on_the_paper()
    {
        var office = Ballot(1);
        Assert.Contains("give the votes for each candidate", office.Refused("Record"));
        Assert.Contains("write a whole number of votes, 0 or more, for Goran Klemenčič",
            office.Refused("Record", Votes(1, 1, -1)));
        Assert.Contains("write a whole number of votes",
            office.Refused("Record", ("votes", Value.MapOf(("Goran Klemenčič", Value.Of(1.5))))));
        Assert.Contains("X is not a candidate", office.Refused("Record",
            ("votes", ((Value.Map)Votes(1, 1, 1).Item2).With("X", Value.Of(1)))));
        Assert.Contains("Blank papers: write a whole number",
            office.Refused("Record", Votes(1, 1, 1), ("blank", Value.Of(0.5))));
        Assert.Contains("it is Elected, not “NextBallot”", office.Refused("NextBallot", Votes(9, 1, 1)));
    }

    [Fact]
    public void Votes_typed_into_a_web_form_are_the_same_votes()
    {
        var office = Ballot(1);
        office.Answer("Record",
            ("votes", Value.MapOf(("Pierre-Yves Le Borgn'", Value.Of("105")), ("Dunja Mijatović", Value.Of(" 76 ")),
            ("Goran Klemenčič", Value.Of("0")))));
        Assert.Equal(Value.Of(181), office.Yield("VotesCast"));
    }

    [Theory]
    [InlineData("[]", 1, "Candidates: a ballot needs at least one candidate.")]
    [InlineData("""["A B", "A B"]""", 1, "Candidates: A B stands twice in the list.")]
    [InlineData("""[{"sex": "F"}]""", 1, "Candidates: an entry has no name.")]
    [InlineData("""["A B"]""", 0, "Ballot: 0 is no number of a ballot.")]
    public void A_ballot_that_cannot_be_held_is_an_incident(string names, int ballot, string incident) =>
        Assert.Equal(incident,
            new Office(Office.Node("BallotRound", ("Candidates", names), ("Ballot", ballot))).Incident);

    [Theory]
    [InlineData("TwoThirds", 20, 10, "Carried")]
    [InlineData("TwoThirds", 19, 10, "NotCarried")]
    [InlineData("MoreThanHalf", 10, 10, "NotCarried")]
    [InlineData("MoreThanHalf", 11, 10, "Carried")]
    public void A_committee_vote_says_whether_the_proposal_is_carried(string majority, int @for, int against,
        string outcome)
    {
        var office = new Office(Office.Node("CommitteeVote", ("Majority", majority)));
        office.Answer("Record", ("for", Value.Of(@for)), ("against", Value.Of(against)), ("abstentions", Value.Of(4)));
        Assert.Equal<string>([outcome], office.Procedure.Outcomes);
        Assert.Contains($"In favour: {@for}; against: {against}; abstentions: 4.", office.Answered.Sentence.English);
    }

    [Fact]
    public void A_committee_vote_needs_its_numbers()
    {
        var office = new Office(Office.Node("CommitteeVote"));
        Assert.Equal("Against: this field must be filled in.", office.Refused("Record", ("for", Value.Of(3))));
        Assert.Equal("In favour: -3 is too small; the least is 0.",
            office.Refused("Record", ("for", Value.Of(-3)), ("against", Value.Of(0))));
    }

    [Fact]
    public void Lots_are_drawn_with_the_seed_of_the_answer_and_the_journal_lets_anybody_repeat_it()
    {
        var office = new Office(Office.Node("DrawingOfLots", ("Pool", """["A", "B", "C", "D", "E", "F"]"""), ("Count", 4)));
        Assert.True(office.Wait.Assignment!.NeedsSeed);
        Assert.Contains("needs a seed", office.Refused("Drawn"));
        office.Send(new(office.Wait.Id, "Drawn", Value.Map.Empty) { Seed = 2026 });
        var data = (Value.Map)office.Answered.Data;
        var drawn = Lots.Draw(((Value.List)data["pool"]).Items, 4, ulong.Parse(data["seed"].AsText!));
        Assert.Equal(Value.Of(drawn), office.Yield("Drawn"));
        Assert.Equal(Value.Of("2026"), office.Yield("Seed"));
        Assert.Equal(Lots.Algorithm, data["algorithm"].AsText);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void More_than_the_pool_or_nobody_cannot_be_drawn(int count) =>
        Assert.Equal($"Count: {count} cannot be drawn from a pool of 2.",
            new Office(Office.Node("DrawingOfLots", ("Pool", """["A", "B"]"""), ("Count", count))).Incident);

    [Fact]
    public void A_pool_that_the_definition_leaves_open_is_asked_for_and_must_be_large_enough()
    {
        var office = new Office(Office.Node("DrawingOfLots", ("Count", 2)));
        Assert.Contains("1 given, at least 2 needed", office.Refused("Drawn", ("pool", Value.Of("A"))));
        office.Send(new(office.Wait.Id, "Drawn", Value.MapOf(("pool", Value.Of("A\nB\nC")))) { Seed = 11 });
        Assert.Equal(Value.Of(Lots.Draw([Value.Of("A"), Value.Of("B"), Value.Of("C")], 2, 11)), office.Yield("Drawn"));
    }
}
