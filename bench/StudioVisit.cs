using System.Diagnostics;
using Microsoft.Playwright;

namespace Procedures.Bench;

/// <summary>One window with Studio, which counts what comes over the line.</summary>
internal sealed class StudioVisit
{
    private const string Drawn =
        "name => location.pathname.includes(name) && document.querySelectorAll('.x6-node').length > 0 "
        + "&& !document.querySelector('[data-drawing]') && document.querySelectorAll('.x6-edge').length > 0 "
        + "&& [...document.querySelectorAll('.x6-node')].every(node => node.textContent.trim())";
    private readonly IPage _page;

    private StudioVisit(IPage page)
    {
        _page = page;
        page.SetDefaultTimeout(120_000);
    }

    /// <summary>Bytes received so far, headers included, as the browser counts them.</summary>
    public double Received { get; private set; }

    public static async Task<StudioVisit> OpenAsync(IBrowserContext context)
    {
        var visit = new StudioVisit(await context.NewPageAsync());
        var network = await context.NewCDPSessionAsync(visit._page);
        network.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            visit.Received += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");
        return visit;
    }

    /// <summary>Starts Studio with a definition.</summary>
    /// <returns>Seconds until its flowchart is visible.</returns>
    public async Task<double> BootAsync(string definitionId)
    {
        var start = Stopwatch.GetTimestamp();
        await _page.GotoAsync(
            $"/studio/workflows/definitions/{definitionId}/edit", new() { WaitUntil = WaitUntilState.Commit });
        await _page.WaitForFunctionAsync(Drawn, definitionId);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Goes to another definition in the same window.</summary>
    /// <returns>Seconds until its flowchart is visible.</returns>
    public async Task<double> ChangeAsync(string definitionId)
    {
        var start = Stopwatch.GetTimestamp();
        await _page.EvaluateAsync(
            "id => { document.querySelectorAll('.x6-node').forEach(node => node.remove()); "
            + "history.pushState(null, '', `/studio/workflows/definitions/${id}/edit`); }", definitionId);
        await _page.WaitForFunctionAsync(Drawn, definitionId);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public Task CloseAsync() => _page.CloseAsync();
}
