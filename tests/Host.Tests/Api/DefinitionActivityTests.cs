using System.Net;
using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Tests;

/// <summary>
/// A definition marked as usable is offered to the designer, kept by its users, and never taken from them.
/// </summary>
public sealed class DefinitionActivityTests : IAsyncLifetime
{
    private StudioHost _host = null!;

    public async Task InitializeAsync() => _host = await StudioHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_published_definition_can_be_dragged_with_its_inputs_outputs_and_outcomes()
    {
        var client = _host.Client();
        await PublishChildAsync(client);

        var descriptor = await DescriptorAsync(client, 1);

        Assert.True((bool)descriptor["isBrowsable"]!);
        Assert.Equal("State", (string)descriptor["inputs"]!.AsArray().Single()!["name"]!);
        Assert.Equal("Law", (string)descriptor["outputs"]!.AsArray().Single()!["name"]!);
        Assert.Equal(["Adopted", "Rejected"], descriptor["ports"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.Equal("child", (string)descriptor["constructionProperties"]!["WorkflowDefinitionId"]!);
    }

    [Fact]
    public async Task A_draft_is_not_offered_and_an_old_version_is_known_but_not_offered()
    {
        var client = _host.Client();
        await client.SavedAsync(Child());
        Assert.False((bool)(await DescriptorAsync(client, 1))["isBrowsable"]!);

        await client.SendAsync("/workflow-definitions/child/publish", new JsonObject());
        await client.SavedAsync((await client.OpenAsync("child")).Described("next"), publish: true);

        Assert.False((bool)(await DescriptorAsync(client, 1))["isBrowsable"]!);
        Assert.True((bool)(await DescriptorAsync(client, 2))["isBrowsable"]!);
    }

    [Fact]
    public async Task Its_user_names_a_version_when_it_is_published_and_keeps_it()
    {
        var client = _host.Client();
        await PublishChildAsync(client);
        var saved = await client.SavedAsync(Parent(), publish: true);
        var used = saved["root"]!["activities"]!.AsArray()[0]!;
        var first = (await _host.Store.FindDefinitionAsync("child", VersionChoice.Published))!.Id;

        Assert.Equal("AdoptLaw", (string)used["type"]!);
        Assert.Equal(first, (string)used["workflowDefinitionVersionId"]!);
        await client.SavedAsync((await client.OpenAsync("child")).Described("next"), publish: true);
        var reopened = await client.OpenAsync("parent");
        Assert.Equal(first, (string)reopened["root"]!["activities"]!.AsArray()[0]!["workflowDefinitionVersionId"]!);
        using var refusal = await client.RemoveAsync($"/workflow-definition-versions/{first}");
        Assert.Contains("as an activity", await Talk.RefusalAsync(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_users_are_brought_to_the_published_version_when_that_is_asked_for()
    {
        var client = _host.Client();
        await PublishChildAsync(client);
        await client.SavedAsync(Parent(), publish: true);
        var second = await client.SavedAsync((await client.OpenAsync("child")).Described("next"), publish: true);

        var answer = await client.SendAsync("/workflow-definitions/child/update-references", new JsonObject());

        Assert.Equal(["parent"], answer["affectedWorkflows"]!.AsArray().Select(n => (string)n!));
        var parent = await client.OpenAsync("parent");
        var used = parent["root"]!["activities"]!.AsArray()[0]!;
        Assert.Equal((2, true), ((int)parent["version"]!, (bool)parent["isPublished"]!));
        Assert.Equal(((string)second["id"]!, 2), ((string)used["workflowDefinitionVersionId"]!, (int)used["version"]!));
    }

    [Fact]
    public async Task A_user_of_what_is_not_published_is_not_published_itself_and_loses_nothing()
    {
        var client = _host.Client();
        using var refusal = await client.SaveAsync(Parent(), publish: true);
        Assert.Contains("child, which is not published", await Talk.RefusalAsync(refusal), StringComparison.Ordinal);

        var saved = await client.SavedAsync(Parent());
        Assert.Equal("Elsa.NotFoundActivity", (string)saved["root"]!["activities"]!.AsArray()[0]!["type"]!);
        await client.SavedAsync(saved.Described("again"));
        Assert.Contains("AdoptLaw", (await _host.Store.FindDefinitionAsync("parent", VersionChoice.Latest))!.Document,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_definition_of_the_same_name_is_not_published_as_an_activity()
    {
        var client = _host.Client();
        await PublishChildAsync(client);
        var twin = Child();
        twin["definitionId"] = "twin";
        using var refusal = await client.SaveAsync(twin, publish: true);

        Assert.Contains("an activity AdoptLaw already", await Talk.RefusalAsync(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_starts_by_the_clock_starts_when_published_and_not_when_retracted()
    {
        var client = _host.Client();
        var clocked = Child();
        clocked["root"]!["activities"]!.AsArray().Insert(0, JsonNode.Parse("""
            {"id":"timer","type":"Elsa.Timer","version":1,"customProperties":{"canStartWorkflow":true},
             "interval":{"typeName":null,"expression":{"type":"Literal","value":"1.00:00:00"}}}
            """));
        clocked["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(
            """{"source":{"activity":"timer","port":"Done"},"target":{"activity":"end","port":"In"}}"""));
        await client.SavedAsync(clocked);
        Assert.Empty(await _host.Store.TriggersAsync());

        await client.SendAsync("/workflow-definitions/child/publish", new JsonObject());
        Assert.Equal("timer", Assert.Single(await _host.Store.TriggersAsync()).ActivityId);
        await client.SendAsync("/workflow-definitions/child/retract", new JsonObject());
        Assert.Empty(await _host.Store.TriggersAsync());
    }

    [Fact]
    public async Task A_start_that_cannot_be_told_is_refused_when_published()
    {
        var client = _host.Client();
        var clocked = Child();
        clocked["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"cron","type":"Elsa.Cron","version":1,"customProperties":{"canStartWorkflow":true},
             "cronExpression":{"typeName":null,"expression":{"type":"Literal","value":"every now and then"}}}
            """));
        using var refusal = await client.SaveAsync(clocked, publish: true);

        Assert.Contains("cannot start procedures", await Talk.RefusalAsync(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_singleton_is_not_opened_twice_and_the_reason_is_said()
    {
        var client = _host.Client();
        var single = Child();
        single["inputs"] = new JsonArray();
        single["options"]!["activationStrategyType"] =
            "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime";
        single["root"]!["activities"]!.AsArray()[0] = JsonNode.Parse("""
            {"id":"end","type":"Elsa.Event","version":1,"eventName":{"expression":{"type":"Literal","value":"never"}}}
            """);
        await client.SavedAsync(single);
        await client.SendAsync("/workflow-definitions/child/execute", new JsonObject());

        using var second = await client.PostJsonAsync("/workflow-definitions/child/execute", new JsonObject());

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("true", second.Headers.GetValues("x-elsa-workflow-cannot-start").Single());
        Assert.Contains("only one may run at a time", await Talk.RefusalAsync(second), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> DescriptorAsync(HttpClient client, int version) =>
        (await client.ReadAsync("/descriptors/activities"))["items"]!.AsArray()
            .Single(d => (string)d!["typeName"]! == "AdoptLaw" && (int)d["version"]! == version)!;

    private static Task<JsonObject> PublishChildAsync(HttpClient client) => client.SavedAsync(Child(), publish: true);

    private static JsonObject Child() => (JsonObject)JsonNode.Parse("""
        {"definitionId":"child","name":"Adopt law","options":{"usableAsActivity":true},
         "outcomes":["Adopted","Rejected"],"inputs":[{"name":"State","type":"String","displayName":"State"}],
         "outputs":[{"name":"Law","type":"String","displayName":"Law"}],
         "root":{"id":"f1","type":"Elsa.Flowchart","version":1,"activities":[
           {"id":"end","type":"Elsa.End","version":1}],"connections":[]}}
        """)!;

    private static JsonObject Parent() => (JsonObject)JsonNode.Parse("""
        {"definitionId":"parent","name":"Parent","root":{"id":"f1","type":"Elsa.Flowchart","version":1,"activities":[
           {"id":"law","type":"AdoptLaw","version":1,"workflowDefinitionId":"child"},
           {"id":"end","type":"Elsa.End","version":1}],
          "connections":[{"source":{"activity":"law","port":"Adopted"},"target":{"activity":"end","port":"In"}}]}}
        """)!;
}
