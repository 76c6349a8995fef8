using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>A procedure is opened and its first task completed with the keyboard alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserSetting setting)
{
    private const int MostTabs = 120;

    [Theory]
    [InlineData("en", "Open a procedure", "Election of a judge", "Continue", "Open the procedure",
        "Complete the task", "Malta", "30 June 2029")]
    [InlineData("fr", "Ouvrir une procédure", "Élection d'un juge", "Continuer", "Ouvrir la procédure",
        "Accomplir la tâche", "Malte", "31 juillet 2029")]
    public async Task From_the_list_to_the_receipt_without_a_mouse(
        string language, string open, string definition, string next, string task, string complete,
        string state, string day)
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync($"/{language}/procedures");
        await FollowAsync(page, open);
        await FollowAsync(page, definition);
        await ReachAsync(page, "#f-State");
        await page.Keyboard.TypeAsync(state);
        await ReachAsync(page, "#f-TermEnds");
        await page.Keyboard.TypeAsync(day);
        await ReachAsync(page, "[name=recorded-by]");
        await page.Keyboard.TypeAsync("Clara Cedar");
        await FollowAsync(page, next);
        await BrowserSetting.PictureAsync(page, $"preview.{language}");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await FollowAsync(page, open);
        Assert.Contains("/procedures/judge-election-MT-", page.Url, StringComparison.Ordinal);
        await FollowAsync(page, task);
        await FollowAsync(page, next);
        await BrowserSetting.PictureAsync(page, $"review.{language}");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await FollowAsync(page, complete);
        await BrowserSetting.PictureAsync(page, $"receipt.{language}");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.Contains("/receipt?step=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_announced_and_lead_to_their_fields()
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync("/fr/procedures/new/judge-election");
        await FollowAsync(page, "Continuer");
        await BrowserSetting.PictureAsync(page, "errors.fr");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.StartsWith("Erreur : ", await page.TitleAsync(), StringComparison.Ordinal);
        await ReachAsync(page, ".errors a[href='#f-TermEnds']");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("f-TermEnds", await page.EvaluateAsync<string>("location.hash.slice(1)"));
    }

    /// <summary>Walks with the tab key to the link or button of that text, and presses it.</summary>
    private static async Task FollowAsync(IPage page, string text)
    {
        await WalkAsync(page,
            $"e => e.matches('a, button') && e.textContent.trim() === {System.Text.Json.JsonSerializer.Serialize(text)}", text);
        // A new document knows nothing of the mark that the old one bears.
        await page.EvaluateAsync("window.marked = true");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !window.marked && document.readyState === 'complete'");
    }

    private static Task ReachAsync(IPage page, string selector) =>
        WalkAsync(page, $"e => e.matches({System.Text.Json.JsonSerializer.Serialize(selector)})", selector);

    private static async Task WalkAsync(IPage page, string test, string what)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"({test})(document.activeElement)")) return;
        }
        Assert.Fail($"The tab key does not lead to “{what}” on {page.Url}.");
    }
}
