using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Rehearsal;

namespace Procedures.Execution;

/// <summary>A procedure that was stored and read again goes on exactly as if it never had been.</summary>
public sealed class StoredProcedureTests
{
    [Fact]
    public void At_every_step_of_a_whole_election_the_stored_procedure_takes_the_same_step()
    {
        var house = new OwnDefinitions();
        var json = new ProcedureJson(house.ByHash);
        var year = house.JudgeElection(AnswerScript.Empty);
        Assert.Equal(ProcedureStatus.Finished, year.Procedure.Status);
        Assert.True(year.Steps.Length > 40, $"Only {year.Steps.Length} steps.");
        foreach (var step in year.Steps)
        {
            var stored = json.Write(step.Before);
            var again = house.Engine.Advance(json.Read(stored), step.Stimulus!, step.After.ChangedAt);
            Assert.Equal(stored, json.Write(json.Read(stored)));
            Assert.Equal(json.Write(step.After), json.Write(again.After));
            Assert.Equal(step.Letters.Select(json.Write), again.Letters.Select(json.Write));
        }
    }

    [Fact]
    public void Letters_and_dispatches_come_back_as_they_were()
    {
        var house = new OwnDefinitions();
        var json = new ProcedureJson(house.ByHash);
        var year = house.JudgeElection(AnswerScript.Empty);
        foreach (var letter in year.Letters)
            Assert.Equal(json.Write(letter), json.Write(json.ReadLetter(json.Write(letter))));
        var dispatches = year.Steps.SelectMany(s => s.Dispatches).ToArray();
        Assert.NotEmpty(dispatches);
        foreach (var dispatch in dispatches)
            Assert.Equal(json.Write(dispatch), json.Write(json.ReadDispatch(json.Write(dispatch))));
    }

    [Fact]
    public void A_procedure_of_an_unknown_definition_is_not_read()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask").Read(TinyTypes.Catalog));
        var stored = new ProcedureJson(_ => walk.Procedure.Definition).Write(walk.Procedure);
        Assert.Throws<System.Text.Json.JsonException>(() => new ProcedureJson(_ => null).Read(stored));
    }
}
