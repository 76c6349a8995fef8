using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Tests;

/// <summary>Studio's Test tab runs one activity for nobody: nothing is stored, nothing is sent.</summary>
public sealed class TrialTests : IAsyncLifetime
{
    private StudioHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await StudioHost.StartAsync();
        await Frail.OpenAsync(_host.Store, _host.Conductor, _host.Reader);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private Task<JsonNode> TryAsync(string version, string activity) => _host.Client().SendAsync("/tests/activities",
        new JsonObject
        {
            ["workflowDefinitionHandle"] = new JsonObject { ["definitionVersionId"] = version },
            ["activityHandle"] = new JsonObject { ["activityId"] = activity },
        });

    [Fact]
    public async Task What_fails_shows_its_exception()
    {
        var answer = await TryAsync("frail-v1", "read");

        Assert.Equal("Faulted", (string)answer["status"]!);
        Assert.NotEmpty((string)answer["exception"]!["message"]!);
    }

    [Fact]
    public async Task What_waits_is_running_and_has_no_outcome_yet()
    {
        var answer = await TryAsync("frail-v1", "hear");

        Assert.Equal("Running", (string)answer["status"]!);
        Assert.Empty(answer["outcomes"]!.AsArray());
        Assert.Null(answer["exception"]);
    }

    [Fact]
    public async Task What_completes_shows_its_outcomes_and_leaves_no_trace()
    {
        var before = (await _host.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total;
        var client = _host.Client();
        var model = await client.OpenAsync("frail");
        model["root"]!["activities"]![0]!["text"] = JsonNode.Parse(
            """{"typeName":"String","expression":{"type":"Literal","value":"Hello"}}""");
        var draft = await client.SavedAsync(model);
        var answer = await TryAsync((string)draft["id"]!, "read");

        Assert.Equal(("Completed", "Done"), ((string)answer["status"]!, (string)answer["outcomes"]![0]!));
        Assert.Equal("Hello", (string)answer["activityState"]!["Lines"]![0]!);
        Assert.Equal(before, (await _host.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total);
        Assert.Empty((await _host.Store.LettersAsync(LetterFilter.All, PageRequest.First)).Items);
    }

    [Theory]
    [InlineData("none", "read")]
    [InlineData("frail-v1", "none")]
    public async Task What_does_not_exist_is_not_found(string version, string activity)
    {
        using var answer = await _host.Client().PostJsonAsync("/tests/activities", new JsonObject
        {
            ["workflowDefinitionHandle"] = new JsonObject { ["definitionVersionId"] = version },
            ["activityHandle"] = new JsonObject { ["activityId"] = activity },
        });

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
