using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>Studio's editor as a person uses it: the drawing, the drawers beside it and the form below.</summary>
internal sealed class Canvas(IPage page)
{
    private const string Saves = "/elsa/api/workflow-definitions";

    /// <summary>How many activities are drawn.</summary>
    public Task<int> CountAsync() => page.Locator(".x6-node").CountAsync();

    public Task DrawnAsync(int activities) => page.WaitForFunctionAsync(
        "count => document.querySelector('.x6-graph-svg') && !document.querySelector('[data-drawing]') "
        + "&& document.querySelectorAll('.x6-node').length === count "
        + "&& [...document.querySelectorAll('.x6-node')].every(node => node.textContent.trim())", activities);

    /// <summary>Selects an activity; below the drawing stands then its form.</summary>
    public async Task SelectAsync(string id)
    {
        await ShowAsync(id);
        // The lower edge of the node: arrows run over its middle.
        var box = (await page.Locator($"[data-cell-id='{id}'] foreignObject").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + 80, box.Y + box.Height - 5);
        await Field("Step").Locator("input").WaitForAsync();
    }

    /// <summary>Moves the drawing, as a reader does who looks for an activity, until it stands in the middle.</summary>
    private async Task ShowAsync(string id)
    {
        await FindGraphAsync();
        await page.EvaluateAsync("id => window.graph.centerCell(window.graph.getCellById(id))", id);
    }

    /// <summary>The arrows as they are drawn. Studio draws only what is in sight: all is brought there first.</summary>
    public async Task<DrawnArrow[]> ArrowsAsync(int count)
    {
        await FindGraphAsync();
        await page.EvaluateAsync("() => window.graph.zoomToFit({ padding: 20 })");
        await page.WaitForFunctionAsync("""
            count => window.graph.getEdges().length === count
              && window.graph.getEdges().every(edge => document.querySelector(`[data-cell-id='${edge.id}'] path[d]`))
            """, count);
        var arrows = await page.EvaluateAsync<string>("""
            () => JSON.stringify(window.graph.getEdges().map(edge => ({
              source: edge.getSource().cell, port: edge.getSource().port, target: edge.getTarget().cell,
              path: document.querySelector(`[data-cell-id='${edge.id}'] path[d]`).getAttribute("d"),
            })))
            """);
        return JsonSerializer.Deserialize<DrawnArrow[]>(arrows, JsonSerializerOptions.Web)!;
    }

    // The designer's own object, by which the drawing can be moved and asked.
    private Task FindGraphAsync() => page.EvaluateAsync("""
        async () => {
          window.dispatchEvent(new KeyboardEvent("keydown"));
          const designer = new URL("_content/Elsa.Studio.Workflows.Designer/designer.entry.js", document.baseURI).href;
          const { graphBindings } = await import(designer);
          window.graph = Object.values(graphBindings).map(b => b.graph).find(g => g.container.isConnected);
        }
        """);

    /// <summary>A field of the form by its label.</summary>
    public ILocator Field(string label) => page.Locator(".mud-input-control")
        .Filter(new()
            { Has = page.Locator("label", new() { HasTextRegex = new Regex($"^{Regex.Escape(label)}$") }) }).First;

    public async Task TypeAsync(string label, string text)
    {
        var field = Field(label).Locator("input").First;
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    public async Task ChooseAsync(string label, string text)
    {
        await Field(label).Locator(".mud-input-slot").First.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText(text, new() { Exact = true }).ClickAsync();
    }

    /// <summary>Drags an activity from its drawer onto the drawing.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddAsync(string drawer, string activity, float x, float y)
    {
        var before = await IdsAsync();
        var item = page.Locator("[draggable=true]")
            .Filter(new() { HasTextRegex = new Regex($@"^\s*{activity}\s*$") }).First;
        if (!await item.IsVisibleAsync())
            await page.Locator(".mud-expand-panel-header", new() { HasText = drawer }).ClickAsync();
        // The drawer slides open; a trial waits until it stands still.
        await item.ClickAsync(new() { Trial = true });
        // By force, because the explanation of the activity appears under the mouse.
        await item.DragToAsync(
            page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y }, Force = true });
        await DrawnAsync(before.Length + 1);
        return (await IdsAsync()).Except(before).Single();
    }

    /// <summary>Draws an arrow from an outcome of one activity to another.</summary>
    public async Task ConnectAsync(string from, string outcome, string to)
    {
        var arrows = await page.Locator(".x6-edge").CountAsync();
        var (start, end) = (await MiddleAsync(from, outcome), await MiddleAsync(to, "In"));
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X - 20, end.Y, new() { Steps = 5 });
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync(
            "count => document.querySelectorAll('.x6-edge').length === count", arrows + 1);
    }

    /// <summary>The outcomes that are drawn on an activity.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(string id) =>
        await page.Locator($"[data-cell-id='{id}'] [port]").EvaluateAllAsync<string[]>(
            "ports => ports.map(p => p.getAttribute('port')).filter(p => p !== 'In')");

    /// <summary>Does something and waits for the save that follows from it.</summary>
    public async Task<IResponse> SavedByAsync(Func<Task> act) => await page.RunAndWaitForResponseAsync(act, answer =>
        answer.Request.Method == "POST" && answer.Url.EndsWith(Saves, StringComparison.Ordinal));

    /// <summary>Presses the button that publishes and waits for the answer.</summary>
    public async Task PublishAsync()
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(".mud-toolbar button.mud-primary-text").First.ClickAsync(), answer =>
                answer.Request.Method == "POST" && answer.Url.EndsWith(Saves, StringComparison.Ordinal)
                && answer.Request.PostData!.Contains("\"publish\":true", StringComparison.Ordinal));
        Assert.True(answer.Ok, await answer.TextAsync());
        await page.GetByText("Workflow published").First.WaitForAsync();
    }

    private async Task<string[]> IdsAsync() =>
        await page.Locator(".x6-node").EvaluateAllAsync<string[]>("nodes => nodes.map(n => n.dataset.cellId)");

    private async Task<(float X, float Y)> MiddleAsync(string id, string port)
    {
        var box = (await page.Locator($"[data-cell-id='{id}'] [port='{port}'] circle").First.BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }
}
