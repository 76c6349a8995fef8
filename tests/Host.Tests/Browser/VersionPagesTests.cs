using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>
/// The pages by which a procedure follows a new version, in a real browser, and texts that are too long.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class VersionPagesTests(BrowserSetting setting)
{
    private const string Definition = "commissioner-election";

    [Theory]
    [InlineData("en", 1280)]
    [InlineData("fr", 360)]
    public async Task Who_has_published_sees_what_changes_and_moves_a_procedure(string language, int width)
    {
        await PublishAsync($"{language} {width}");
        var page = await setting.WindowAsync(width);
        await page.GotoAsync($"/{language}/definitions");
        await page.Locator($"a[href$='/{Definition}/running']").ClickAsync();
        await CheckAsync(page, $"running-{width}.{language}");
        await page.Locator("tbody td a").First.ClickAsync();
        await CheckAsync(page, $"version-{width}.{language}");
        Assert.True(await page.Locator("table[aria-labelledby=course] tbody tr").CountAsync() > 0);
        await page.Locator("form[method=post] button").ClickAsync();
        await CheckAsync(page, $"version-errors-{width}.{language}");
        await page.Locator("#f-reason").FillAsync("The rules of 2027");
        await page.Locator("#f-recorded-by").FillAsync("Clara Cedar");
        await page.Locator("form[method=post] button").ClickAsync();
        Assert.Contains("The rules of 2027", await page.Locator("ol.journal").First.InnerTextAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_without_end_does_not_widen_the_page()
    {
        var page = await setting.WindowAsync(width: 360, height: 740);
        await page.GotoAsync("/en/procedures?state=PT");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.GotoAsync($"{page.Url}/happened/interrupted");
        var word = string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 8));
        await page.Locator("#f-reason").FillAsync(word);
        await page.Locator("#f-recorded-by").FillAsync(word);
        await page.Locator("button[value=review]").ClickAsync();
        await CheckAsync(page, "endless-word.en");
    }

    /// <summary>A further version, in which every task that is asked is called otherwise.</summary>
    private async Task PublishAsync(string mark)
    {
        using var client = new HttpClient { BaseAddress = setting.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "window-browser");
        var draft = await client.OpenAsync(Definition);
        foreach (var activity in draft["root"]!["activities"]!.AsArray())
            foreach (var name in (string[])["title", "titleFr"])
                if (activity![name]?["expression"] is JsonObject { } title && (string?)title["type"] == "Literal")
                    title["value"] = $"{(string?)title["value"]} ({mark})";
        await client.SavedAsync(draft, publish: true);
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await BrowserSetting.PictureAsync(page, name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
        var violations = await Accessibility.ViolationsAsync(page);
        Assert.True(violations.Length == 0, $"{name}: {string.Join('\n', violations)}");
    }
}
