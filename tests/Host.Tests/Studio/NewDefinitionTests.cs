using System.Net;
using Microsoft.Playwright;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>A process owner draws a procedure from nothing, lets it run, and draws it further.</summary>
[Collection(StudioCollection.Name)]
public sealed class NewDefinitionTests(StudioSetting studio)
{
    private const string Name = "Reply to a petition";

    private IPage Page => studio.Page;

    [Fact]
    public async Task A_procedure_keeps_its_way_and_the_next_one_takes_the_new_way()
    {
        var canvas = await CreateAsync();
        var definitionId = new Uri(Page.Url).Segments[^2].TrimEnd('/');
        await DrawerAsync("Task");
        var first = await canvas.AddAsync("Institution", "Task", 60, 120);
        Assert.Equal(["Done", "Expired", "Lapsed"], await canvas.OutcomesAsync(first));
        await EntitleAsync("Read the petition", "Lire la pétition");
        await canvas.PublishAsync();
        var old = await OpenAsync(definitionId);

        var second = await canvas.AddAsync("Institution", "Task", 360, 220);
        await EntitleAsync("Answer the petition", "Répondre à la pétition");
        await canvas.ConnectAsync(first, "Done", second);
        var saved = await canvas.SavedByAsync(() => Page.Keyboard.PressAsync("Control+s"));
        Assert.True(saved.Ok, await saved.TextAsync());
        await Page.ReloadAsync();
        await canvas.DrawnAsync(2);
        Assert.Equal(1, await Page.Locator(".x6-edge").CountAsync());
        await StudioBrowser.PictureAsync(Page, "studio-new-definition");
        await canvas.PublishAsync();
        Assert.Equal([(2, true), (1, false)],
            (await studio.Store.VersionsAsync(definitionId)).Select(v => (v.Version, v.IsPublished)));

        var next = await OpenAsync(definitionId);
        Assert.Equal(first, await BlockedAsync(next));
        await CompleteAsync(old);
        await CompleteAsync(next);
        Assert.True((await studio.Store.LoadAsync(old))!.IsOver);
        Assert.Equal("Answer the petition", Assert.Single(await OpenTasksAsync(next)).Title.English);
        Assert.Equal(second, await BlockedAsync(next));
        await StudioBrowser.PictureAsync(Page, "studio-moved-on");
        Assert.Empty(studio.Browser.Errors);
    }

    private async Task<Canvas> CreateAsync()
    {
        await studio.GoAsync("workflows/definitions");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create workflow" }).First.ClickAsync();
        var dialog = Page.Locator(".mud-dialog");
        await dialog.GetByLabel("Name").FillAsync(Name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync();
        await Page.WaitForURLAsync("**/workflows/definitions/*/edit");
        await studio.Canvas.DrawnAsync(0);
        return studio.Canvas;
    }

    private async Task EntitleAsync(string english, string french)
    {
        await studio.Canvas.SavedByAsync(() => studio.Canvas.TypeAsync("Title", english));
        await studio.Canvas.SavedByAsync(() => studio.Canvas.TypeAsync("Title (French)", french));
    }

    private async Task DrawerAsync(string search)
    {
        await Page.GetByPlaceholder("Search").First.FillAsync(search);
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.mud-expand-panel').length < 5");
    }

    /// <summary>Opens a procedure on our own page.</summary>
    private async Task<string> OpenAsync(string definitionId)
    {
        using var reader = studio.Host.Reader();
        var form = await reader.PageAsync($"/en/procedures/new/{definitionId}");
        using var opened = await reader.SendAsync(form, null, ("recorded-by", "Clara Cedar"), ("act", "open"));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return opened.Headers.Location!.ToString().Split('/')[^1];
    }

    /// <summary>Completes the one open task on our own page.</summary>
    private async Task CompleteAsync(string procedure)
    {
        using var reader = studio.Host.Reader();
        var wait = Assert.Single(await OpenTasksAsync(procedure)).Wait;
        var task = await reader.PageAsync($"/en/procedures/{procedure}/tasks/{wait}");
        using var done = await reader.SendAsync(
            task, null, ("outcome", "Done"), ("recorded-by", "Clara Cedar"), ("act", "complete"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private async Task<TaskRow[]> OpenTasksAsync(string procedure) =>
        [.. (await studio.Store.TasksOfAsync(procedure)).Where(t => t.ClosedAt is null)];

    /// <summary>The activity that the picture of the procedure marks as the place where it stands.</summary>
    private async Task<string?> BlockedAsync(string procedure)
    {
        await studio.GoAsync("workflows/instances");
        await Page.GetByText("Workflow instances").First.WaitForAsync();
        await studio.GoAsync($"workflows/instances/{procedure}/view");
        var badge = Page.Locator(".x6-node .mud-badge.mud-theme-warning");
        await badge.First.WaitForAsync();
        return await badge.First.EvaluateAsync<string>("badge => badge.closest('.x6-node').dataset.cellId");
    }
}
