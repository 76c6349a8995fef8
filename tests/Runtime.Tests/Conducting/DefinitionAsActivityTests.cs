using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>A definition that is used as an activity runs as a child: inputs in, outputs and outcomes out.</summary>
public sealed class DefinitionAsActivityTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Adopted", "yes")]
    [InlineData("Rejected", "no")]
    public async Task Its_inputs_outputs_and_outcomes_are_those_of_the_definition(string outcome, string next)
    {
        await using var house = Open();
        await PublishAsync(house, Child(1, outcome));
        var parent = await house.OpenAsync(Parent("child-v1"));

        var child = await house.LoadAsync(parent + ".1");
        Assert.Equal(Value.Of("EE"), child.Inputs["State"]);
        Assert.Equal(Value.Of(3), child.Inputs["Count"]);
        await house.Conductor.SendAsync(child.Id, Moves.Answer(await house.TaskAsync(child.Id)));

        var after = await house.LoadAsync(parent);
        Assert.Empty(after.Incidents);
        Assert.Equal(next, Assert.Single(after.Waits).Assignment!.Step);
        Assert.Equal(Value.Of("the law"), after.Activations.Single(a => a.Id == 0).Variables["v1"]);
    }

    [Fact]
    public async Task The_version_that_was_chosen_runs_whatever_is_published_since()
    {
        await using var house = Open();
        await PublishAsync(house, Child(1, "Adopted"));
        await PublishAsync(house, Child(2, "Rejected"));
        await house.Store.RemoveDefinitionAsync("child");

        var parent = await house.OpenAsync(Parent("child-v1"));

        Assert.Equal(1, (await house.LoadAsync(parent + ".1")).Definition.Version);
    }

    [Fact]
    public async Task Without_a_chosen_version_the_published_one_runs()
    {
        await using var house = Open();
        await PublishAsync(house, Child(1, "Adopted"));
        await PublishAsync(house, Child(2, "Rejected"));

        var parent = await house.OpenAsync(Parent(null));

        Assert.Equal(2, (await house.LoadAsync(parent + ".1")).Definition.Version);
    }

    [Fact]
    public async Task A_child_that_is_discontinued_is_an_incident_of_its_parent()
    {
        await using var house = Open();
        await PublishAsync(house, Child(1, "Adopted"));
        var parent = await house.OpenAsync(Parent("child-v1"));

        await house.Conductor.SendAsync(parent + ".1", new Stimulus.Cancelled("No longer wanted."));

        Assert.Contains("Cancelled", Assert.Single((await house.LoadAsync(parent)).Incidents).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_nobody_has_published_is_an_incident()
    {
        await using var house = Open();
        var parent = await house.OpenAsync(Parent(null));

        Assert.Contains("child", Assert.Single((await house.LoadAsync(parent)).Incidents).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_singleton_that_is_opened_as_a_child_while_another_runs_is_an_incident()
    {
        await using var house = Open();
        var singleton = Child(1, "Adopted", "SingletonStrategy");
        await PublishAsync(house, singleton);
        await house.OpenAsync(singleton, "first");

        var parent = await house.OpenAsync(Sequence("opener", new
        {
            type = "Elsa.ExecuteWorkflow", id = "open", workflowDefinitionId = Text("child"),
            waitForCompletion = Truth(true),
        }));

        Assert.Contains(
            "activation strategy", Assert.Single((await house.LoadAsync(parent)).Incidents).Message,
                StringComparison.Ordinal);
        Assert.Null(await house.Store.LoadAsync(parent + ".1"));
    }

    private static async Task PublishAsync(House house, Definition child) => await house.Store.SaveDefinitionAsync(
        new StoredDefinition
        {
            Id = child.Id, DefinitionId = child.DefinitionId, Version = child.Version, Name = child.Name,
            Hash = child.Hash, IsLatest = true, IsPublished = true, CreatedAt = Moves.Start,
            SavedAt = Moves.Start.AddMinutes(child.Version), Document = child.Document.GetRawText(),
        });

    private static Definition Child(int version, string outcome, string strategy = "") => Read($$$$"""
        {"id":"child-v{{{{version}}}}","definitionId":"child","version":{{{{version}}}},"name":"Adopt law","isPublished":true,
         "options":{"usableAsActivity":true,"activationStrategyType":"{{{{strategy}}}}"},"outcomes":["Adopted","Rejected"],
         "inputs":[{"name":"State","type":"String"},{"name":"Count","type":"Int32"}],
         "outputs":[{"name":"Law","type":"String"}],
         "root":{"id":"s","type":"Elsa.Sequence","version":1,"activities":[
           {"id":"ask","type":"Play.Ask","version":1,"step":{"expression":{"type":"Literal","value":"C1"}},
            "title":{"expression":{"type":"Literal","value":"Decide"}}},
           {"id":"out","type":"Elsa.SetOutput","version":1,"outputName":{"expression":{"type":"Literal","value":"Law"}},
            "outputValue":{"expression":{"type":"Literal","value":"the law"}}},
           {"id":"end","type":"Elsa.Complete","version":1,
            "outcomes":{"expression":{"type":"Object","value":"[\"{{{{outcome}}}}\"]"} }}]}}
        """);

    private static Definition Parent(string? versionId) => Read($$$$"""
        {"id":"parent-v1","definitionId":"parent","version":1,"name":"Parent","isPublished":true,
         "variables":[{"id":"v1","name":"Law","typeName":"String","value":""}],
         "root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
           {"id":"law","type":"AdoptLaw","version":1,"workflowDefinitionId":"child",
            "workflowDefinitionVersionId":{{{{(versionId is null ? "null" : $"\"{versionId}\"")}}}},
            "state":{"typeName":null,"expression":{"type":"Literal","value":"EE"},"memoryReference":null},
            "count":{"typeName":null,"expression":{"type":"Literal","value":"3"},"memoryReference":null},
            "law":{"typeName":"String","memoryReference":{"id":"v1"}}},
           {"id":"yes","type":"Play.Ask","version":1,"step":{"expression":{"type":"Literal","value":"yes"}},
            "title":{"expression":{"type":"Literal","value":"Yes"}}},
           {"id":"no","type":"Play.Ask","version":1,"step":{"expression":{"type":"Literal","value":"no"}},
            "title":{"expression":{"type":"Literal","value":"No"}}}],
          "connections":[
           {"source":{"activity":"law","port":"Adopted"},"target":{"activity":"yes","port":"In"}},
           {"source":{"activity":"law","port":"Rejected"},"target":{"activity":"no","port":"In"}}]}}
        """);

    private House Open() => House.Open(_folder.File("p.db"), _clock);
}
