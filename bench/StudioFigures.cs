using System.Diagnostics;
using Microsoft.Playwright;

namespace Procedures.Bench;

/// <summary>Elsa Studio in Chromium against the built host, on one computer.</summary>
internal static class StudioFigures
{
    private const string Browser = "/usr/bin/chromium";
    private const string Largest = "judge-election";
    private const string Other = "assembly-ballot";
    private const int Asked = 100;

    public static async IAsyncEnumerable<Figure> MeasureAsync(string root)
    {
        await using var host = await BuiltHost.StartAsync(root);
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        yield return await AnswerAsync(client, "descriptors", "/elsa/api/descriptors/activities?Refresh=True");
        yield return await AnswerAsync(client, "largest definition",
            $"/elsa/api/workflow-definitions/by-definition-id/{Largest}?versionOptions=Latest");
        if (!File.Exists(Browser))
        {
            yield return new("Studio in the browser", "–", $"not measured: {Browser} is not installed");
            yield break;
        }
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browser,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        await foreach (var figure in InBrowserAsync(browser, host.Address)) yield return figure;
    }

    private static async IAsyncEnumerable<Figure> InBrowserAsync(IBrowser browser, Uri host)
    {
        var context = await browser.NewContextAsync(
            new() { BaseURL = host.ToString(), ViewportSize = new() { Width = 1600, Height = 1000 } });
        var first = await StudioVisit.OpenAsync(context);
        var seconds = await first.BootAsync(Largest);
        yield return new("Studio, first visit: to the visible flowchart of the largest definition", "≤ 10 s",
            $"{seconds:0.0} s");
        yield return new("Studio, first visit: transferred", "≤ 9.5 MB", $"{first.Received / 1e6:0.0} MB");
        await first.CloseAsync();

        var second = await StudioVisit.OpenAsync(context);
        seconds = await second.BootAsync(Largest);
        yield return new("Studio, second visit: transferred", "≤ 300 kB",
            $"{second.Received / 1e3:0} kB, {seconds:0.0} s");
        var changes = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            changes.Add(await second.ChangeAsync(Other));
            changes.Add(await second.ChangeAsync(Largest));
        }
        var (small, large) = (changes.Where((_, i) => i % 2 == 0), changes.Where((_, i) => i % 2 == 1));
        yield return new("Studio, change from one definition to another", "≤ 2 s",
            $"{EngineFigures.Median(small):0.0} s to the smaller, median of 5");
        yield return new("Studio, the largest definition opens after the start", "≤ 3 s",
            $"{EngineFigures.Median(large):0.0} s, median of 5");
        await second.CloseAsync();
        await context.CloseAsync();
    }

    private static async Task<Figure> AnswerAsync(HttpClient client, string what, string path)
    {
        var times = new List<double>();
        var size = 0;
        for (var i = -5; i < Asked; i++)
        {
            var start = Stopwatch.GetTimestamp();
            size = (await client.GetByteArrayAsync(path)).Length;
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return new($"answer to Studio: {what}", "≤ 50 ms p95",
            $"{times[times.Count * 95 / 100]:0.0} ms p95, {times[times.Count / 2]:0.0} ms median, "
                + $"{size / 1e3:0} kB compressed");
    }
}
