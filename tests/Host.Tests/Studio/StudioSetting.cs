using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>The whole program, and the real Studio in a real browser that has been started once.</summary>
public sealed class StudioSetting : IAsyncLifetime
{
    // Milliseconds for anything in Studio once it is started; the start itself may take longer.
    private const int Patience = 40_000;

    private StudioBrowser? _browser;

    public PageHost Host { get; } = new();
    public IPage Page => _browser!.Page;
    public IProcedureStore Store => Host.Store;

    internal StudioBrowser Browser => _browser!;
    internal Canvas Canvas => new(Page);

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        _browser = await StudioBrowser.StartAsync(Host.Address);
        await _browser.GoAsync("/studio/workflows/instances");
        await Page.GetByText("Workflow instances").First.WaitForAsync();
        Page.SetDefaultTimeout(Patience);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Goes to another place in Studio without starting it again, as Studio's own links do.</summary>
    public async Task GoAsync(string place)
    {
        await Page.EvaluateAsync("place => history.pushState(null, '', `/studio/${place}`)", place);
        Browser.Errors.Clear();
    }

    /// <summary>Opens a definition in the editor and waits until it is drawn.</summary>
    internal async Task<Canvas> EditAsync(string definitionId)
    {
        // From another place, so that the editor reads the definition anew.
        await GoAsync("workflows/instances");
        await Page.GetByText("Workflow instances").First.WaitForAsync();
        await GoAsync($"workflows/definitions/{definitionId}/edit");
        var count = Activities(await LatestAsync(definitionId)).Count;
        await Canvas.DrawnAsync(count);
        return Canvas;
    }

    /// <summary>Puts a definition on the shelf under an id of its own.</summary>
    public async Task TakeInAsync(string json, string definitionId, string name)
    {
        var definition = (JsonObject)JsonNode.Parse(json)!;
        (definition["definitionId"], definition["name"], definition["isPublished"]) = (definitionId, name, false);
        definition["id"] = definitionId + "-1";
        using var client = Client("preparation");
        using var answer = await client.PostJsonAsync("/workflow-definitions/import", definition);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The judge election under an id of its own, for a test that changes it.</summary>
    public async Task CopyElectionAsync(string definitionId, string name)
    {
        var election = await Store.FindDefinitionAsync("judge-election", VersionChoice.Number(1));
        await TakeInAsync(election!.Document, definitionId, name);
    }

    /// <summary>Another window that speaks Elsa's contract.</summary>
    public HttpClient Client(string window)
    {
        var client = new HttpClient { BaseAddress = Host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", window);
        return client;
    }

    public async Task<JsonObject> LatestAsync(string definitionId) =>
        await StoredAsync(definitionId, VersionChoice.Latest);

    /// <summary>What stands in the store.</summary>
    public async Task<JsonObject> StoredAsync(string definitionId, VersionChoice version) =>
        (JsonObject)JsonNode.Parse((await Store.FindDefinitionAsync(definitionId, version))!.Document)!;

    public static JsonArray Activities(JsonObject definition) => definition["root"]!["activities"]!.AsArray();

    /// <summary>What is written in an input of an activity.</summary>
    public static string? Written(JsonObject definition, string activity, string input) =>
        (string?)Activities(definition)
        .Single(a => (string)a!["id"]! == activity)![input]?["expression"]?["value"];
}
