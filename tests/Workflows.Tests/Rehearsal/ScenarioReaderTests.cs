namespace Procedures.Rehearsal;

/// <summary>A scenario that is written wrongly is refused with its place and, where possible, the right word.</summary>
public sealed class ScenarioReaderTests
{
    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[1]", "scenario 1 is not an object")]
    [InlineData("""{"definition": "d"}""", "scenario has no id")]
    [InlineData("""{"id": "a"}""", "a names no definition")]
    [InlineData("""{"id": "a", "definition": "d", "event": []}""", "a has no member event. Did you mean events?")]
    [InlineData("""{"id": "a", "definition": "d", "events": {}}""", "events is not a list")]
    [InlineData("""{"id": "a", "definition": "d", "start": "1 May"}""", "start is a day such as 2019-06-26, not “1 May”")]
    [InlineData("""{"id": "a", "definition": "d", "pace": "slow"}""", "last-day, early or never")]
    [InlineData("""{"id": "a", "definition": "d", "events": [{"date": "2019-01-01"}]}""", "event 1 says nothing that happens")]
    [InlineData("""{"id": "a", "definition": "d", "events": [{"outcome": "x"}]}""", "event 1 has neither a step nor a date")]
    [InlineData("""{"id": "a", "definition": "d", "events": [{"steps": "x"}]}""", "Did you mean step?")]
    public void Mistakes_are_named(string json, string words) =>
        Assert.Contains(words, Assert.Throws<ScenarioSyntaxException>(() => ScenarioReader.Read(json)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_holds_one_scenario_or_a_list()
    {
        Assert.Equal("a", Assert.Single(ScenarioReader.Read("""{"id": "a", "definition": "d"}""")).Id);
        Assert.Equal(["a", "b"], ScenarioReader.Read("""[{"id": "a", "definition": "d"}, {"id": "b", "definition": "d"}]""").Select(s => s.Id));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var scenario = ScenarioReader.Read("""
            {"id": "a", "title": "A", "definition": "d", "pace": "never", "start": "2019-01-02", "until": "2019-02-03",
             "inputs": {"State": "EE"}, "anchors": {"EO": "2019-06-24"}, "note": "n", "sources": [],
             "events": [{"step": "P1", "outcome": "Yes", "form": {"x": 1}, "votes": {"A": 2}, "silent": true}]}
            """)[0];
        Assert.Equal((Pace.Never, new DateOnly(2019, 1, 2), new DateOnly(2019, 2, 3)),
            (scenario.Pace, scenario.Start!.Value, scenario.Until!.Value));
        Assert.Equal("EE", scenario.Inputs["State"].AsText);
        Assert.Equal("EO=2019-06-24", scenario.Anchors.Select(a => $"{a.Key}={a.Value}").Single());
        var only = scenario.Events.Single();
        Assert.Equal(("P1", "Yes", true), (only.Step, only.Outcome, only.IsSilent));
        Assert.True(only.Form.Has("x") && only.Votes!.Has("A"));
    }
}
