using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>The real program with its samples, and a real browser in front of it.</summary>
public sealed class BrowserSetting : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _host!.Address;

    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
    }

    /// <summary>A fresh window without cookies. Scripts of pages are off; tests may still look into the page.</summary>
    public async Task<IPage> WindowAsync(int width = 1280, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height },
            // The check for accessibility is a script of the test's own, which the page's policy would forbid.
            BypassCSP = true,
        });
        return await context.NewPageAsync();
    }

    /// <summary>Keeps a picture of the whole page under TestResults/screenshots.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        var folder = Path.Combine(RepositoryFolder(), "TestResults", "screenshots");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null
            && !File.Exists(Path.Combine(folder.FullName, "Procedures.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
