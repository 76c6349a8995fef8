using Microsoft.Playwright;

namespace Procedures.Tests;

/// <summary>A process owner's work in the real Studio, in a real browser.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task The_judge_election_opens_with_all_its_activities()
    {
        await using var host = await StudioHost.ListenAsync();
        var (playwright, browser) = await Chrome.StartAsync();
        using var _ = playwright;
        await using var __ = browser;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 } });
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        page.RequestFailed += (_, request) => console.Add("FAILED " + request.Url);
        page.Response += (_, r) => { if (r.Status >= 400) console.Add($"{r.Status} {r.Request.Method} {r.Url}"); };
        await page.GotoAsync(new Uri(host.Address, "/studio/workflows/definitions/judge-election/edit").ToString());
        try
        {
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.x6-node').length >= 59", null,
                new() { Timeout = 90_000 });
        }
        finally
        {
            await page.ScreenshotAsync(new() { Path = "/tmp/studio-editor.png" });
            await File.WriteAllLinesAsync("/tmp/studio-console.txt", console);
        }
    }
}
