using Procedures.Execution;

namespace Procedures.Rehearsal;

/// <summary>A replay passes when every fact comes out, and names every one that does not.</summary>
public sealed class ReplayTests
{
    private static readonly OwnDefinitions Own = new();

    private static string[] Differences(string scenario) =>
        [.. new Replay(Own.Engine, Own.Find).Run(ScenarioReader.Read(scenario)[0], Own.Find("assembly-ballot")!)
            .Select(d => d.ToString())];

    /// <summary>The election of 24 January 2012: exactly the threshold, 120 of 239.</summary>
    private static string Ballot(string expected, string events = "") => $$"""
        {
          "id": "t", "definition": "assembly-ballot",
          "inputs": { "Post": "Commissioner", "Candidates": ["Nils Muižnieks", "Frans Timmermans", "Pierre-Yves Monette"],
                      "PartSession": "part(2012,1)", "BallotDay": "2012-01-24" },
          "events": [
            { "date": "2012-01-24", "step": "P7.07",
              "votes": { "Nils Muižnieks": 120, "Frans Timmermans": 92, "Pierre-Yves Monette": 27 } }{{events}}
          ],
          "expected": {{expected}}
        }
        """;

    [Fact]
    public void A_ballot_that_comes_out_as_it_did_passes() => Assert.Empty(Differences(Ballot("""
        { "status": "Finished", "elected": "Nils Muižnieks", "outcomes": { "P7.07": "Elected" },
          "ballots": [ { "ballot": 1, "date": "2012-01-24", "votes_cast": 239, "absolute_majority": 120, "rule": "absolute",
                         "leaders": ["Nils Muižnieks"], "leader_has_absolute_majority": true } ],
          "ballotPaper": ["Pierre-Yves Monette", "Nils Muižnieks", "Frans Timmermans"],
          "done": { "P7.07": "2012-01-24" }, "notAsked": ["P7.07 (2)"], "open": [] }
        """)));

    [Theory]
    [InlineData("""{"elected": "Frans Timmermans"}""", "elected: expected Frans Timmermans, got Nils Muižnieks")]
    [InlineData("""{"status": "Suspended"}""", "status: expected Suspended, got Finished")]
    [InlineData("""{"interrupted": true}""", "interrupted: expected true, got false")]
    [InlineData("""{"ballots": []}""", "ballots: expected 0 ballot(s), got 1 ballot(s)")]
    [InlineData("""{"ballots": [{"threshold": 121}]}""", "ballots[0].absoluteMajority: expected 121, got 120")]
    [InlineData("""{"ballots": [{"votes": {"Nils Muižnieks": 119}}]}""", "ballots[0].votes.Nils Muižnieks: expected 119, got 120")]
    [InlineData("""{"anchors": {"EO": "2012-01-24"}}""", "anchors.EO: expected 2012-01-24, got 2012-01-23")]
    [InlineData("""{"deadlines": {"P7.06": "2012-01-25"}}""", "deadlines.P7.06: expected 2012-01-25, got 2012-01-24")]
    [InlineData("""{"done": {"P7.07": "2012-01-25"}}""", "done.P7.07: expected 2012-01-25, got 2012-01-24")]
    [InlineData("""{"days": {"EO to B": 2}}""", "days.EO to B: expected 2, got 1")]
    [InlineData("""{"asked": ["P7.07 (2)"]}""", "asked: expected P7.07 (2) is asked, got never asked")]
    [InlineData("""{"notAsked": ["P7.07"]}""", "notAsked: expected P7.07 is never asked, got asked on 2012-01-24")]
    [InlineData("""{"open": ["P7.07"]}""", "open: expected P7.07, got none")]
    [InlineData("""{"journal": ["no such words"]}""", "journal: expected an entry with “no such words”, got none")]
    [InlineData("""{"outputs": {"Elected": "x"}}""", "outputs.Elected: expected x, got Nils Muižnieks")]
    [InlineData("""{"letters": [{"kind": "Result", "to": "NOBODY"}]}""",
        "letters: expected {\"kind\":\"Result\",\"to\":\"NOBODY\"}, got 0 such letters")]
    public void A_fact_that_comes_out_otherwise_is_named(string expected, string difference) =>
        Assert.Equal([difference], Differences(Ballot(expected)));

    [Fact]
    public void Every_difference_is_named() =>
        Assert.Equal(2, Differences(Ballot("""{"elected": "x", "status": "y"}""")).Length);

    [Fact]
    public void Facts_can_be_looked_at_on_a_day_in_between() =>
        Assert.Equal(["on 2012-01-20 status: expected Finished, got Suspended"],
            Differences(Ballot("{}", """, { "date": "2012-01-20", "expected": { "status": "Finished" } }""")));

    [Fact]
    public void An_event_that_could_not_happen_is_named() =>
        Assert.Equal(["events.P7.07 (2): expected answered on 2012-01-25, got never asked"],
            Differences(Ballot("{}", """, { "date": "2012-01-25", "step": "P7.07" }""")));

    [Fact]
    public void An_answer_that_is_refused_is_named() =>
        Assert.Contains("refused: ", Assert.Single(Differences(Ballot("{}",
            """, { "date": "2012-01-24", "step": "P7.06", "outcome": "Nonsense" }""")), d => d.Contains("P7.06", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Fact]
    public void An_anchor_that_moves_takes_open_deadlines_with_it() =>
        Assert.Empty(Differences(Ballot("""{"anchors": {"EO": "2012-01-19"}}""",
            """, { "date": "2012-01-11", "anchor": "EO", "value": "2012-01-19", "reason": "moved" }""")));

    [Fact]
    public void An_unknown_fact_is_refused() =>
        Assert.Contains("Did you mean status?", Assert.Throws<ScenarioSyntaxException>(() =>
            Differences(Ballot("""{"statsu": "x"}"""))).Message, StringComparison.Ordinal);
}
