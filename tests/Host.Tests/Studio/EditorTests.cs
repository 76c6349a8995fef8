using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Tests;

/// <summary>A process owner's work in the real Studio, in a real browser.</summary>
public sealed class EditorTests : IAsyncLifetime
{
    private const string Nodes = "() => document.querySelectorAll('.x6-node').length";
    private StudioHost _host = null!;
    private StudioBrowser _browser = null!;

    private IPage Page => _browser.Page;

    public async Task InitializeAsync()
    {
        _host = await StudioHost.ListenAsync();
        _browser = await StudioBrowser.StartAsync(_host.Address);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_judge_election_is_drawn_edited_saved_and_published()
    {
        await _browser.GoAsync("/studio/workflows/definitions/judge-election/edit");
        await DrawnAsync();
        await Page.Locator(".mud-toolbar button").First.ClickAsync();
        await Page.WaitForFunctionAsync(AllInSight);
        await _browser.PictureAsync("judge-election");
        Assert.Equal(59, await Page.EvaluateAsync<int>(Nodes));
        Assert.Single(await _host.Store.VersionsAsync("judge-election"));

        var field = await SelectDeadlineAsync();
        Assert.Equal("EO - 21 d ... EO - 7 d", await field.InputValueAsync());
        await SavedByAsync(async () =>
        {
            await field.FillAsync("EO - 28 d ... EO - 7 d");
            await field.PressAsync("Tab");
        });
        await _browser.PictureAsync("judge-election-changed");
        Assert.Equal("EO - 28 d ... EO - 7 d", await StoredDeadlineAsync(VersionChoice.Latest));
        Assert.Equal("EO - 21 d ... EO - 7 d", await StoredDeadlineAsync(VersionChoice.Published));

        await SavedByAsync(() => Page.Locator(".mud-toolbar button.mud-primary-text").First.ClickAsync());
        Assert.Equal("EO - 28 d ... EO - 7 d", await StoredDeadlineAsync(VersionChoice.Published));

        await Page.ReloadAsync();
        await DrawnAsync();
        Assert.Equal("EO - 28 d ... EO - 7 d", await (await SelectDeadlineAsync()).InputValueAsync());
        Assert.Equal([(2, true), (1, false)],
            (await _host.Store.VersionsAsync("judge-election")).Select(v => (v.Version, v.IsPublished)));
        Assert.Empty(_browser.Errors);
    }

    [Fact]
    public async Task One_page_goes_from_list_to_editor_to_procedures_and_viewer_without_a_second_start()
    {
        var inputs = Value.MapOf(("State", Value.Of("AL")));
        var opening = await _host.Conductor.OpenAsync("judge-election", new OpeningRequest(inputs, "clerk"));
        await _browser.GoAsync("/studio/");
        await Page.GetByText("Ballot of the Assembly").ClickAsync();
        await Page.WaitForFunctionAsync($"{Nodes} > 0");
        await Page.GetByText("Running procedures").ClickAsync();
        await Page.GetByText("Election of a judge in respect of Albania").ClickAsync();
        await DrawnAsync();
        await Page.GetByText("Completed").First.WaitForAsync();
        await _browser.PictureAsync("viewer");

        Assert.Matches(new Regex($"/studio/workflows/instances/{opening.ProcedureId}/view$"), Page.Url);
        Assert.Equal(1, _browser.Asked.Count(url => url.EndsWith("blazor.webassembly.js", StringComparison.Ordinal)));
        await Page.GoBackAsync();
        await Page.GetByText("Election of a judge in respect of Albania").WaitForAsync();
        Assert.Empty(_browser.Errors);
    }

    private const string AllInSight = """
        () => {
          const canvas = document.querySelector('.x6-graph').getBoundingClientRect();
          return [...document.querySelectorAll('.x6-node')].every(node => {
            const box = node.getBoundingClientRect();
            return box.width > 0 && box.left >= canvas.left - 1 && box.right <= canvas.right + 1
              && box.top >= canvas.top - 1 && box.bottom <= canvas.bottom + 1;
          });
        }
        """;

    private Task DrawnAsync() => Page.WaitForFunctionAsync($"{Nodes} >= 59");

    private async Task<ILocator> SelectDeadlineAsync()
    {
        await Page.Locator("[data-cell-id='P1.13']").ClickAsync(new() { Position = new() { X = 5, Y = 5 }, Force = true });
        var field = Page.GetByLabel("Deadline", new() { Exact = true });
        await field.WaitForAsync();
        return field;
    }

    private async Task SavedByAsync(Func<Task> act)
    {
        var answer = await Page.RunAndWaitForResponseAsync(act, r =>
            r.Request.Method == "POST" && r.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal));
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    private async Task<string?> StoredDeadlineAsync(VersionChoice version)
    {
        var stored = await _host.Store.FindDefinitionAsync("judge-election", version);
        var node = JsonNode.Parse(stored!.Document)!["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "P1.13")!;
        return (string?)node["deadline"]!["expression"]!["value"];
    }
}
