using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>What a process owner sees when a definition is opened.</summary>
[Collection(StudioCollection.Name)]
public sealed class DrawingTests(StudioSetting studio)
{
    private const string PressAtOnce = """
        () => {
          window.pressed = 0;
          const watch = new MutationObserver(() => {
            const buttons = document.querySelectorAll("elsa-workflow-definition-editor .mud-toolbar button");
            if (buttons.length < 4) return;
            watch.disconnect();
            window.pressed = buttons.length;
            for (const button of buttons) button.click();
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true }));
            window.said = document.getElementById("own-notice").textContent;
          });
          watch.observe(document.getElementById("own-stage"), { childList: true, subtree: true });
        }
        """;

    private IPage Page => studio.Page;

    [Fact]
    public async Task Every_activity_of_the_judge_election_is_drawn_and_opening_writes_nothing()
    {
        var before = await SavesAsync("judge-election");
        var wanted = StudioSetting.Activities(await studio.LatestAsync("judge-election"));

        await studio.EditAsync("judge-election");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.x6-edge').length > 60");
        await StudioBrowser.PictureAsync(Page, "studio-judge-election");

        Assert.Equal(wanted.Select(a => (string)a!["id"]!).Order(), await IdsAsync());
        Assert.True(await Page.Locator(".mud-toolbar").First.IsVisibleAsync());
        Assert.False(await Page.Locator("#blazor-error-ui").IsVisibleAsync());
        Assert.Equal(before, await SavesAsync("judge-election"));
        Assert.Empty(studio.Browser.Errors);
    }

    [Theory]
    [InlineData("judge-election")]
    [InlineData("cpt-member-election")]
    public async Task Studio_s_own_router_leaves_the_arrows_where_the_file_lays_them(string id)
    {
        var definition = await studio.LatestAsync(id);
        var arrows = definition["root"]!["connections"]!.AsArray().Count;
        await studio.EditAsync(id);

        var drawn = await studio.Canvas.ArrowsAsync(arrows);

        Assert.Equal(arrows, drawn.Length);
        Assert.All(drawn, arrow => Assert.True(arrow.Follows(definition), arrow.ToString()));
    }

    [Fact]
    public async Task The_stages_stand_behind_the_drawing_with_their_titles()
    {
        var definition = await studio.LatestAsync("judge-election");
        var bands = definition["customProperties"]!["bands"]!.AsArray();

        await studio.EditAsync("judge-election");
        await Page.Locator(".own-band-title").First.WaitForAsync();

        Assert.Equal(bands.Select(b => (string)b!["title"]!),
            await Page.Locator(".own-band-title").AllTextContentsAsync());
        Assert.Equal(bands.Count(b => (bool?)b!["anyTime"] == true),
            await Page.Locator(".own-band-any").CountAsync());
        Assert.Empty(studio.Browser.Errors);
    }

    [Fact]
    public async Task Buttons_pressed_before_the_drawing_stands_do_nothing_and_say_so()
    {
        await studio.CopyElectionAsync("early", "Pressed early");
        await studio.GoAsync("workflows/instances");
        await Page.GetByText("Workflow instances").First.WaitForAsync();
        var before = await SavesAsync("early");

        await Page.EvaluateAsync(PressAtOnce);
        await studio.GoAsync("workflows/definitions/early/edit");
        await studio.Canvas.DrawnAsync(StudioSetting.Activities(await studio.LatestAsync("early")).Count);

        Assert.NotEqual(0, await Page.EvaluateAsync<int>("window.pressed"));
        Assert.Equal("The drawing is still loading: nothing was saved. Try again in a moment.",
            await Page.EvaluateAsync<string>("window.said"));
        Assert.Equal("", await Page.Locator("#own-notice").TextContentAsync());
        Assert.Equal(before, await SavesAsync("early"));
        Assert.Empty(studio.Browser.Errors);
    }

    [Fact]
    public async Task The_error_bar_can_be_seen_when_Blazor_shows_it()
    {
        var bar = Page.Locator("#blazor-error-ui");
        Assert.False(await bar.IsVisibleAsync());
        await bar.EvaluateAsync("bar => bar.style.display = 'block'");
        Assert.True(await bar.IsVisibleAsync());
        await bar.EvaluateAsync("bar => bar.style.display = ''");
    }

    private async Task<IEnumerable<(int Version, DateTimeOffset At)>> SavesAsync(string definitionId) =>
        (await studio.Store.VersionsAsync(definitionId)).Select(v => (v.Version, v.SavedAt)).ToArray();

    private async Task<IEnumerable<string>> IdsAsync() =>
        (await Page.Locator(".x6-node").EvaluateAllAsync<string[]>("nodes => nodes.map(n => n.dataset.cellId)"))
            .Order();
}
