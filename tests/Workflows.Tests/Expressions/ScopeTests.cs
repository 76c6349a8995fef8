using System.Collections.Immutable;

namespace Procedures.Expressions;

public class ScopeTests
{
    private static readonly Scope Scope = new Scope(new DateOnly(2026, 10, 1))
    {
        DefinitionId = "d", DefinitionVersionId = "d-3", DefinitionVersion = 3, ProcedureId = "p1",
        ProcedureName = "Election", CorrelationId = "c1", LastResult = Value.Of("done"),
        Dates = ImmutableSortedDictionary<string, Value>.Empty.Add("E", Value.Of("part(2026,3)")),
    }.WithVariable("Votes", Value.Of(7)).WithVariable("state", Value.MapOf(("name", Value.Of("Malta"))))
        .WithVariable("total_votes", Value.Of(9)).WithInput("Seat", Value.Of("judge"))
            .WithOutput("Ballot1", "Winner", Value.Of("Ms A"))
        .WithOutput("Ballot1", "Result", Value.Of(42));

    [Theory]
    [InlineData("getVariable('Votes')", "7")]
    [InlineData("getVariable('None')", "undefined")]
    [InlineData("variables.Votes + 1", "8")]
    [InlineData("variables['Vo' + 'tes']", "7")]
    [InlineData("variables.state.name", "'Malta'")]
    [InlineData("variables?.state?.name", "'Malta'")]
    [InlineData("variables.none?.name", "undefined")]
    [InlineData("Object.keys(variables)", "['Votes', 'state', 'total_votes']")]
    [InlineData("(({ Votes }) => Votes)(variables)", "7")]
    [InlineData("getVotes()", "7")]
    [InlineData("getState().name", "'Malta'")]
    [InlineData("[1].map(getVotes)", "[7]")]
    [InlineData("getInput('Seat')", "'judge'")]
    [InlineData("getSeat()", "'judge'")]
    [InlineData("getTotalVotes()", "9")]
    [InlineData("getWorkflowDefinitionId() + getWorkflowDefinitionVersionId()", "'dd-3'")]
    [InlineData("getWorkflowDefinitionVersion()", "3")]
    [InlineData("input.Seat + inputs.Seat", "'judgejudge'")]
    [InlineData("input.None", "undefined")]
    [InlineData("getOutputFrom('Ballot1', 'Winner')", "'Ms A'")]
    [InlineData("getOutputFrom('Ballot1')", "42")]
    [InlineData("getWinnerFromBallot1()", "'Ms A'")]
    [InlineData("getOutputFrom('Ballot2', 'Winner')", "undefined")]
    [InlineData("dateOf('E')", "'part(2026,3)'")]
    [InlineData("dateOf('L')", "undefined")]
    [InlineData("getLastResult()", "'done'")]
    [InlineData("getCorrelationId()", "'c1'")]
    [InlineData("getWorkflowInstanceId()", "'p1'")]
    [InlineData("getWorkflowInstanceName()", "'Election'")]
    [InlineData("toJson(variables)", """'{"Votes":7,"state":{"name":"Malta"},"total_votes":9}'""")]
    [InlineData("(variables => variables.Votes)({ Votes: 1 })", "1")]
    [InlineData("isNullOrEmpty('') && isNullOrEmpty(null) && !isNullOrEmpty(' ')", "true")]
    [InlineData("isNullOrWhiteSpace(' ') && isNullOrWhiteSpace(undefined) && !isNullOrWhiteSpace('x')", "true")]
    [InlineData("{ a: getVotes() }", "{a: 7}")]
    public void An_expression_reads_the_procedure_around_it(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Scope)));

    [Fact]
    public void One_script_serves_many_scopes()
    {
        var script = Script.Parse("variables.n * 2");
        foreach (var n in Enumerable.Range(0, 10))
            Assert.Equal(Value.Of(2 * n), script.Evaluate(Scope.WithVariable("n", Value.Of(n))));
    }

    [Fact]
    public void An_unknown_accessor_is_named() =>
        Assert.Equal("getTurnout is not defined: there is no variable or input Turnout",
            Shown.Fault("getTurnout()").Message);

    [Fact]
    public void A_function_that_sets_a_variable_is_refused_with_a_hint() =>
        Assert.Equal(
            "values cannot be changed, so there is no setVotes here; the Set Variable activity sets a variable",
            Shown.Fault("setVotes(8)").Message);
}
