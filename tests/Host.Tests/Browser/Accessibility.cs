using System.Text.Json;
using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>Runs axe-core (WCAG 2.2 AA and best practice) on a page.</summary>
internal static class Accessibility
{
    private static readonly string Script = Path.Combine(
        BrowserSetting.RepositoryFolder(), "tests", "Host.Tests", "Browser", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What axe finds wrong, one sentence each.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        Assert.True(File.Exists(Script), $"Run “npm ci” in tests/Host.Tests/Browser; {Script} is missing.");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Script });
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.help} – ${v.nodes.map(n => n.html).join(' | ')}`)");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
