using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>A real browser, without a network beyond this computer, that remembers what went wrong.</summary>
internal sealed class StudioBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _address;

    private StudioBrowser(IPlaywright playwright, IBrowser browser, IPage page, Uri address)
    {
        (_playwright, _browser, Page, _address) = (playwright, browser, page, address);
        page.SetDefaultTimeout(90_000);
        page.Request += (_, request) => Asked.Add(request.Url);
        page.PageError += (_, error) => Errors.Add(error);
        page.Response += (_, answer) =>
            { if (answer.Status >= 400 && !IsHub(answer)) Errors.Add($"{answer.Status} {answer.Url}"); };
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith("crit:", StringComparison.Ordinal)) Errors.Add(message.Text);
        };
    }

    public IPage Page { get; }
    public ConcurrentBag<string> Asked { get; } = [];

    /// <summary>Unhandled errors of the page and of Studio, and answers that refuse.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    public static async Task<StudioBrowser> StartAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium", Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 } });
        return new StudioBrowser(playwright, browser, page, address);
    }

    /// <summary>A second window of the same browser.</summary>
    public Task<IPage> NewWindowAsync() =>
        _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_address, path).ToString());

    /// <summary>
    /// Keeps a picture of what the window shows under TestResults/screenshots, for people to look at.
    /// </summary>
    public static Task PictureAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(BrowserSetting.RepositoryFolder(), "TestResults", "screenshots", $"{name}.png"),
    });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    // Without hub Studio polls; the refusal is how it learns that.
    private static bool IsHub(IResponse answer) => answer.Url.Contains("/hubs/", StringComparison.Ordinal);
}
