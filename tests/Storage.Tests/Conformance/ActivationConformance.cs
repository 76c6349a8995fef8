using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Theory]
    [InlineData("AllowAlwaysStrategy", "a", "a", true)]
    [InlineData("SingletonStrategy", "a", "b", false)]
    [InlineData("SingletonStrategy", null, null, false)]
    [InlineData("CorrelatedSingletonStrategy", "a", "a", false)]
    [InlineData("CorrelatedSingletonStrategy", "a", "b", true)]
    [InlineData("CorrelatedSingletonStrategy", "a", null, false)]
    [InlineData("CorrelationStrategy", "a", "a", false)]
    [InlineData("CorrelationStrategy", "a", "b", true)]
    public async Task An_activation_strategy_holds_beside_a_running_procedure_of_the_definition(
        string strategy, string? first, string? second, bool isAllowed)
    {
        var definition = With(strategy, "once");

        Assert.Equal(CommitResult.Committed, await OpenAsync("p1", definition, first));
        var result = await OpenAsync("p2", definition, second);

        Assert.Equal(isAllowed ? CommitResult.Committed : CommitResult.Occupied, result);
        Assert.Equal(isAllowed, await Store.LoadAsync("p2") is not null);
    }

    [Theory]
    [InlineData("SingletonStrategy", true)]
    [InlineData("CorrelatedSingletonStrategy", true)]
    [InlineData("CorrelationStrategy", false)]
    public async Task Procedures_of_another_definition_count_for_the_correlation_alone(string strategy, bool isAllowed)
    {
        await OpenAsync("p1", With("AllowAlwaysStrategy", "other"), "a");

        var result = await OpenAsync("p2", With(strategy, "once"), "a");

        Assert.Equal(isAllowed ? CommitResult.Committed : CommitResult.Occupied, result);
    }

    [Fact]
    public async Task A_procedure_that_is_over_makes_room()
    {
        var definition = With("SingletonStrategy", "once");
        await OpenAsync("p1", definition, null);
        await AdvanceAsync((await Store.LoadAsync("p1"))!, new Stimulus.Cancelled("x"), Moves.Start.AddDays(1));

        Assert.Equal(CommitResult.Committed, await OpenAsync("p2", definition, null));
    }

    [Fact]
    public async Task Of_ten_openings_at_the_same_time_one_is_written()
    {
        var definition = With("SingletonStrategy", "once");

        var results = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(i => Task.Run(() => OpenAsync($"p{i}", definition, null))));

        Assert.Single(results, CommitResult.Committed);
        Assert.Equal(9, results.Count(r => r == CommitResult.Occupied));
    }

    [Fact]
    public async Task A_definition_used_as_an_activity_runs_whatever_its_strategy()
    {
        var definition = With("SingletonStrategy", "once");
        await OpenAsync("p1", definition, null);

        Assert.Equal(CommitResult.Committed, await OpenAsync("p2", definition, null, asActivity: true));
    }

    private Task<CommitResult> OpenAsync(
        string id, Definition definition, string? correlationId, bool asActivity = false)
    {
        var opening = new Stimulus.Opened(Moves.Inputs) { CorrelationId = correlationId, AsActivity = asActivity };
        return CommitAsync(Engine.Advance(Procedure.Draft(id, definition), opening, Moves.Start), opening);
    }

    private static Definition With(string strategy, string definitionId)
    {
        var json = JsonNode.Parse(PlayDefinitions.TwoTasks.Document.GetRawText())!;
        json["id"] = definitionId + "-v1";
        json["definitionId"] = definitionId;
        json["options"] = new JsonObject
        {
            ["activationStrategyType"] =
                $"Elsa.Workflows.Runtime.ActivationValidators.{strategy}, Elsa.Workflows.Runtime",
        };
        return PlayDefinitions.Read(json.ToJsonString());
    }
}
