using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>On paper a file is complete: every reason stands there, and nothing that only a screen needs.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PrintTests(BrowserSetting setting)
{
    [Fact]
    public async Task A_file_prints_with_its_reasons_and_without_its_navigation_and_secrets()
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync("/en/procedures?state=SI");
        await page.Locator("tbody th a").First.ClickAsync();
        var reason = page.Locator("section.card details p").First;
        var navigation = page.Locator(".top nav");
        Assert.False(await reason.IsVisibleAsync());
        Assert.True(await navigation.IsVisibleAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await BrowserSetting.PictureAsync(page, "print-file.en");
        Assert.True(await reason.IsVisibleAsync());
        Assert.False(await navigation.IsVisibleAsync());
        foreach (var secret in await page.Locator("details.secret p").AllAsync())
            Assert.False(await secret.IsVisibleAsync());
    }

    [Fact]
    public async Task A_list_prints_without_its_filter_and_without_buttons()
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync("/fr/procedures");
        var (filter, open) = (page.Locator("form.filter"), page.Locator("a.button"));
        Assert.True(await filter.IsVisibleAsync() && await open.IsVisibleAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await BrowserSetting.PictureAsync(page, "print-list.fr");
        Assert.False(await filter.IsVisibleAsync() || await open.IsVisibleAsync());
        Assert.True(await page.Locator("tbody th").First.IsVisibleAsync());
    }
}
