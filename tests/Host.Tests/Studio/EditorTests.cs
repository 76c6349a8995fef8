using Microsoft.Playwright;

namespace Procedures.Tests;

/// <summary>A process owner's work in the real Studio, in a real browser.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task Explore()
    {
        await using var host = await StudioHost.ListenAsync();
        var inputs = Expressions.Value.MapOf(
            ("State", Expressions.Value.Of("AL")), ("Vacancy", Expressions.Value.Of("ordinary")), ("EO", Expressions.Value.Of("2027-06-01")));
        var opening = await host.Conductor.OpenAsync("judge-election", new Procedures.Runtime.OpeningRequest(inputs, "clerk"));
        var (playwright, browser) = await Chrome.StartAsync();
        using var _ = playwright;
        await using var __ = browser;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 } });
        var console = new List<string>();
        page.Console += (_, message) => { if (!message.Text.StartsWith("info:", StringComparison.Ordinal)) console.Add(message.Text); };
        page.Response += (_, r) => { if (r.Url.Contains("/elsa/")) console.Add($"{r.Status} {r.Request.Method} {r.Url}"); };
        var n = 0;
        async Task Shot(string name) { console.Add("--- " + name); await page.ScreenshotAsync(new() { Path = $"/tmp/shot-{++n}-{name}.png" }); }
        try
        {
            await page.GotoAsync(new Uri(host.Address, "/studio/").ToString());
            await page.GetByText("Election of a judge").First.WaitForAsync(new() { Timeout = 60_000 });
            await Shot("list");
            await page.GetByText("Running procedures").First.ClickAsync();
            await page.GetByText(opening.ProcedureId!).First.WaitForAsync(new() { Timeout = 30_000 });
            await Shot("instances");
            await page.GetByText("Albania").First.ClickAsync();
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.x6-node').length >= 59", null, new() { Timeout = 60_000 });
            await page.WaitForTimeoutAsync(3000);
            await Shot("viewer");
            await page.GetByText("Definitions").First.ClickAsync();
            await page.GetByText("Election of a judge").First.ClickAsync();
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.x6-node').length >= 59", null, new() { Timeout = 60_000 });
            await page.WaitForTimeoutAsync(3000);
            await page.GetByText("Code view").WaitForAsync();
            await Shot("editor");
            console.Add(await page.EvaluateAsync<string>("() => [...document.querySelectorAll('.mud-toolbar button, .mud-paper button')].slice(0,12).map(b => b.outerHTML.slice(0,200)).join('\\n')"));
            console.Add(await page.EvaluateAsync<string>("() => document.querySelector('.x6-node').outerHTML.slice(0,1500)"));
        }
        finally
        {
            await Shot("end");
            await File.WriteAllLinesAsync("/tmp/studio-console.txt", console);
        }
    }
}
