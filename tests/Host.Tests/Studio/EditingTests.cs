using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>A process owner changes the election of a judge.</summary>
[Collection(StudioCollection.Name)]
public sealed class EditingTests(StudioSetting studio)
{
    private IPage Page => studio.Page;

    [Fact]
    public async Task Body_deadline_and_outcomes_of_a_task_are_changed_and_an_older_version_is_brought_back()
    {
        await studio.CopyElectionAsync("changed-election", "Changed election");
        var canvas = await studio.EditAsync("changed-election");
        await canvas.PublishAsync();
        await canvas.SelectAsync("P1.17");

        await canvas.SavedByAsync(() => canvas.ChooseAsync("Body", "Advisory Panel of Experts (PANEL)"));
        await canvas.SavedByAsync(() => canvas.TypeAsync("Deadline", "nlt EO - 8 w"));
        await canvas.SavedByAsync(async () =>
        {
            var names = canvas.Field("Outcomes").Locator("input").Last;
            await names.ClickAsync();
            await names.PressSequentiallyAsync("Postponed");
            await names.PressAsync("Enter");
        });
        await Page.Locator("[data-cell-id='P1.17'] [port='Postponed']").WaitForAsync();
        await StudioBrowser.PictureAsync(Page, "studio-task-changed");

        var draft = await studio.LatestAsync("changed-election");
        Assert.Equal("PANEL", StudioSetting.Written(draft, "P1.17", "body"));
        Assert.Equal("nlt EO - 8 w", StudioSetting.Written(draft, "P1.17", "deadline"));
        Assert.Equal("[\"Invited\",\"Postponed\"]", StudioSetting.Written(draft, "P1.17", "outcomes"));
        var published = await studio.StoredAsync("changed-election", VersionChoice.Published);
        Assert.Equal("within 10 wd of P1.15.completed", StudioSetting.Written(published, "P1.17", "deadline"));

        await RevertAsync("1");
        Assert.Equal("within 10 wd of P1.15.completed",
            StudioSetting.Written(await studio.LatestAsync("changed-election"), "P1.17", "deadline"));
        Assert.Equal([(3, false), (2, false), (1, true)],
            (await studio.Store.VersionsAsync("changed-election")).Select(v => (v.Version, v.IsPublished)));
        Assert.DoesNotContain("Postponed", await canvas.OutcomesAsync("P1.17"));
        Assert.Empty(studio.Browser.Errors);
    }

    [Fact]
    public async Task A_longer_interview_window_reaches_the_next_procedure_with_its_reason()
    {
        var old = await studio.Host.OpenElectionAsync("AL");
        var canvas = await studio.EditAsync("judge-election");
        await canvas.SelectAsync("P1.13");
        Assert.Equal("EO - 21 d ... EO - 7 d", await canvas.Field("Deadline").Locator("input").First.InputValueAsync());
        await canvas.SavedByAsync(() => canvas.TypeAsync("Deadline", "EO - 28 d ... EO - 7 d"));
        await canvas.PublishAsync();
        await StudioBrowser.PictureAsync(Page, "studio-window-published");
        Assert.Empty(studio.Browser.Errors);

        var pages = await studio.Browser.NewWindowAsync();
        await OpenElectionAsync(pages, "Malta", "31 December 2028");
        await pages.GetByRole(AriaRole.Link, new() { Name = "The whole year with every date and its reason" })
            .ClickAsync();
        var row = pages.Locator("tbody tr").Filter(new() { HasText = "P1.13 Briefing by the Panel and interviews" });
        await row.GetByText("Why this date?").ClickAsync();
        await StudioBrowser.PictureAsync(pages, "pages-window-reason");
        Assert.Contains("Opens on the day 28 calendar days before", await row.InnerTextAsync(),
            StringComparison.Ordinal);
        Assert.Contains("EO - 28 d ... EO - 7 d", await row.InnerTextAsync(), StringComparison.Ordinal);

        await pages.GotoAsync($"{studio.Host.Address}en/procedures/{old}/year");
        Assert.Contains("21 calendar days before", await row.TextContentAsync(), StringComparison.Ordinal);
        await pages.CloseAsync();
    }

    private async Task RevertAsync(string version)
    {
        var tab = new Regex("version history", RegexOptions.IgnoreCase);
        await Page.Locator(".mud-tab").Filter(new() { HasTextRegex = tab }).ClickAsync();
        var row = Page.Locator("tr").Filter(new() { Has = Page.Locator($"td:text-is('{version}')") });
        await row.Locator("button").Last.ClickAsync();
        await StudioBrowser.PictureAsync(Page, "studio-versions");
        await Page.RunAndWaitForResponseAsync(
            () => Page.Locator(".mud-popover-open").GetByText("Rollback to this version").ClickAsync(),
            answer => answer.Url.EndsWith($"/revert/{version}", StringComparison.Ordinal) && answer.Ok);
        await Page.WaitForFunctionAsync(
            "() => !document.querySelector(\"[data-cell-id='P1.17'] [port='Postponed']\")");
    }

    private async Task OpenElectionAsync(IPage pages, string state, string ends)
    {
        await pages.GotoAsync($"{studio.Host.Address}en/procedures/new/judge-election");
        await pages.Locator("#f-State").SelectOptionAsync(new SelectOptionValue { Label = state });
        await pages.Locator("#f-TermEnds").FillAsync(ends);
        await pages.Locator("[name=recorded-by]").FillAsync("Clara Cedar");
        await pages.Locator("button[value=preview]").ClickAsync();
        await pages.Locator("button[value=open]").ClickAsync();
    }
}
