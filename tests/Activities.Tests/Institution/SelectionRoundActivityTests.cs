using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class SelectionRoundActivityTests
{
    private static Office Round(params (string, object)[] inputs) => new(Office.Node("SelectionRound",
        [("Candidates", """["Zoë Zander", "Ana Arb", "Mia Moss"]"""), .. inputs]));

    private static (string, Value) Votes(int zoe, int ana, int mia) => ("votes", Value.MapOf(
        ("Zoë Zander", Value.Of(zoe)), ("Ana Arb", Value.Of(ana)), ("Mia Moss", Value.Of(mia))));

    [Fact]
    public void The_paper_keeps_the_order_of_submission_and_the_list_is_alphabetical()
    {
        var office = Round(("Places", 2), ("Already", """["Eva Eik"]"""));
        var votes = (Value.Map)office.Wait.Assignment!.Form.Items[0];
        Assert.Equal(["Zoë Zander", "Ana Arb", "Mia Moss"], ((Value.List)votes["options"]).Items.Select(Plain.Text));
        office.Answer("Record", Votes(40, 30, 20));
        Assert.Equal(["Ana Arb", "Eva Eik", "Zoë Zander"], ((Value.List)office.Yield("All")).Items.Select(Plain.Text));
        Assert.Equal(["Mia Moss"], ((Value.List)office.Yield("Remaining")).Items.Select(Plain.Text));
        Assert.Equal<string>(["Complete"], office.Procedure.Outcomes);
    }

    [Fact]
    public void A_place_left_open_asks_for_a_further_round()
    {
        var office = Round(("Places", 1), ("Majority", "Entitled"), ("Entitled", 47));
        office.Answer("Record", Votes(23, 12, 12));
        Assert.Equal<string>(["FurtherRound"], office.Procedure.Outcomes);
        Assert.Equal(Value.Of(24), office.Yield("Threshold"));
        Assert.Contains("Nobody is chosen", office.Answered.Sentence.English);
    }

    [Fact]
    public void Votes_that_contradict_the_papers_are_refused() =>
        Assert.Contains("add up to a multiple of 2; they add up to 91",
            Round(("Places", 2)).Refused("Record", Votes(41, 30, 20)));

    [Theory]
    [InlineData("Places", 4, "Places: 4 cannot be chosen among 3.")]
    [InlineData("Places", 0, "Places: 0 cannot be chosen among 3.")]
    [InlineData("Majority", "Most", "Majority: “Most” is neither Entitled nor ValidPapers.")]
    public void A_round_that_cannot_be_held_is_an_incident(string input, object value, string incident) =>
        Assert.Equal(incident, Round((input, value)).Incident);
}
