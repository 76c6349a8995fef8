using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>From the page of a procedure to the picture of where it stands, and back.</summary>
[Collection(StudioCollection.Name)]
public sealed class FollowingTests(StudioSetting studio)
{
    private IPage Page => studio.Page;

    [Fact]
    public async Task The_picture_shows_where_a_procedure_stands_and_leads_back_to_its_page()
    {
        var id = await studio.Host.OpenElectionAsync("SI");
        using var reader = studio.Host.Reader();
        var file = await reader.PageAsync($"/en/procedures/{id}");
        var link = file.QuerySelectorAll("a").Single(a => a.TextContent == "Where it stands in the drawing");
        var place = new Uri(studio.Host.Address, link.GetAttribute("href")!).PathAndQuery;
        Assert.Equal($"/studio/workflows/instances/{id}/view?language=en", place);

        await studio.GoAsync(place["/studio/".Length..]);
        await Page.Locator("[data-cell-id='P1.01'] .mud-badge.mud-theme-warning").WaitForAsync();
        await Page.WaitForFunctionAsync("""
            () => {
              const node = document.querySelector("[data-cell-id='P1.01']").getBoundingClientRect();
              const canvas = document.querySelector(".x6-graph").getBoundingClientRect();
              return node.left > canvas.left && node.right < canvas.right
                && node.top > canvas.top && node.bottom < canvas.bottom;
            }
            """);
        await StudioBrowser.PictureAsync(Page, "studio-where-it-stands");
        Assert.Equal($"/en/procedures/{id}", await Page.Locator("#own-file").GetAttributeAsync("href"));
        Assert.True(await Page.Locator("#own-file").IsVisibleAsync());
        Assert.Empty(studio.Browser.Errors);
    }

    [Fact]
    public async Task One_page_goes_from_list_to_editor_to_procedures_and_viewer_without_a_second_start()
    {
        await studio.Host.OpenElectionAsync("CY");
        await studio.GoAsync("workflows/definitions");
        var starts = Starts();
        await Page.GetByText("Ballot of the Assembly").First.ClickAsync();
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.x6-node').length > 0");
        await Page.Locator("#own-instances").ClickAsync();
        await Page.GetByText("Election of a judge in respect of Cyprus").First.ClickAsync();
        await Page.Locator(".x6-node .mud-badge").First.WaitForAsync();
        Assert.EndsWith("/view", new Uri(Page.Url).AbsolutePath, StringComparison.Ordinal);
        await Page.GoBackAsync();
        await Page.GetByText("Election of a judge in respect of Cyprus").First.WaitForAsync();
        Assert.False(await Page.Locator("#own-file").IsVisibleAsync());
        Assert.Equal(starts, Starts());
        Assert.Empty(studio.Browser.Errors);
    }

    private int Starts() =>
        studio.Browser.Asked.Count(url => url.EndsWith("blazor.webassembly.js", StringComparison.Ordinal));
}
