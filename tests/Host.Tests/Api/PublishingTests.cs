using System.Text.Json.Nodes;

namespace Procedures.Tests;

public sealed class PublishingTests : IAsyncLifetime
{
    private StudioHost _host = null!;

    public async Task InitializeAsync() => _host = await StudioHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Publishing_makes_the_draft_the_published_version()
    {
        var client = _host.Client();
        var saved = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("new"), publish: true);

        Assert.True((bool)saved["isPublished"]!);
        Assert.Equal([(2, true, true), (1, false, false)],
            (await _host.Store.VersionsAsync("judge-election")).Select(v => (v.Version, v.IsLatest, v.IsPublished)));
    }

    [Fact]
    public async Task What_is_not_sound_is_not_published_and_nothing_changes()
    {
        var client = _host.Client();
        var model = await client.OpenAsync("judge-election");
        model["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"s1","type":"Acme.Unknown","version":1}"""));
        using var answer = await client.SaveAsync(model, publish: true);

        Assert.Contains("s1", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
        Assert.Single(await _host.Store.VersionsAsync("judge-election"));
    }

    [Fact]
    public async Task The_row_menu_publishes_the_draft_and_says_when_there_was_nothing_to_do()
    {
        var client = _host.Client();
        await client.SavedAsync((await client.OpenAsync("judge-election")).Described("new"));
        var first = await client.SendAsync("/workflow-definitions/judge-election/publish", new JsonObject());
        var second = await client.SendAsync("/workflow-definitions/judge-election/publish", new JsonObject());

        Assert.False((bool)first["alreadyPublished"]!);
        Assert.True((bool)first["workflowDefinition"]!["isPublished"]!);
        Assert.True((bool)second["alreadyPublished"]!);
    }

    [Fact]
    public async Task Retracting_leaves_the_version_the_latest()
    {
        var answer = await _host.Client().SendAsync("/workflow-definitions/judge-election/retract", new JsonObject());

        Assert.False((bool)answer["isPublished"]!);
        Assert.True((bool)answer["isLatest"]!);
    }

    [Fact]
    public async Task Reverting_makes_a_new_draft_of_the_old_text()
    {
        var client = _host.Client();
        var old = (string)(await client.OpenAsync("judge-election"))["description"]!;
        await client.SavedAsync((await client.OpenAsync("judge-election")).Described("new"), publish: true);
        var answer = await client.SendAsync("/workflow-definitions/judge-election/revert/1", new JsonObject());

        Assert.Equal(3, (int)answer["version"]!);
        var latest = await client.OpenAsync("judge-election");
        Assert.Equal(old, (string)latest["description"]!);
        Assert.False((bool)latest["isPublished"]!);
    }

    [Fact]
    public async Task Several_are_published_and_retracted_at_once()
    {
        var client = _host.Client();
        var ids = new JsonObject { ["definitionIds"] = new JsonArray("judge-election", "none") };
        var retracted =
            await client.SendAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", ids.DeepClone());
        var published =
            await client.SendAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", ids.DeepClone());

        Assert.Equal("judge-election", (string)retracted["retracted"]!.AsArray().Single()!);
        Assert.Equal("none", (string)retracted["notFound"]!.AsArray().Single()!);
        Assert.Equal("judge-election", (string)published["published"]!.AsArray().Single()!);
        Assert.Empty(published["alreadyPublished"]!.AsArray());
    }

    [Fact]
    public async Task Deleting_the_latest_version_makes_the_one_before_it_the_latest()
    {
        var client = _host.Client();
        var draft = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("new"));
        using var answer = await client.RemoveAsync($"/workflow-definition-versions/{(string)draft["id"]!}");

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("judge-election-v1", (string)(await client.OpenAsync("judge-election"))["id"]!);
    }

    [Fact]
    public async Task A_definition_that_another_one_opens_is_not_deleted()
    {
        using var answer = await _host.Client().RemoveAsync("/workflow-definitions/assembly-ballot");

        var refusal = await Talk.RefusalAsync(answer);
        Assert.Contains("judge-election", refusal, StringComparison.Ordinal);
        Assert.Contains("procedures of assembly-ballot", refusal, StringComparison.Ordinal);
        Assert.NotNull(await _host.Store.FindDefinitionAsync("assembly-ballot", Storage.VersionChoice.Latest));
    }

    [Fact]
    public async Task A_definition_that_nobody_needs_is_deleted()
    {
        var client = _host.Client();
        var answer = await client.SendAsync(
            "/bulk-actions/delete/workflow-definitions/by-definition-id",
            new JsonObject { ["definitionIds"] = new JsonArray("judge-election") });

        Assert.Equal(1, (int)answer["deleted"]!);
        Assert.Empty(await _host.Store.VersionsAsync("judge-election"));
    }

    [Fact]
    public async Task An_export_can_be_imported_again()
    {
        var client = _host.Client();
        using var answer =
            await client.GetAsync("/elsa/api/workflow-definitions/judge-election/export?versionOptions=Latest");
        var file = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.StartsWith("https://elsaworkflows.io/schemas/workflow-definition", (string)file["$schema"]!,
            StringComparison.Ordinal);
        Assert.Equal("judge-election-v1.json", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Null(file["links"]);
        file["definitionId"] = "imported";
        var imported = await client.SendAsync("/workflow-definitions/import", file);
        Assert.Equal("imported", (string)imported["definitionId"]!);
        Assert.True((bool)imported["isPublished"]!);
    }
}
