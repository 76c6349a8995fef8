using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Host.Tests;

/// <summary>What a confidential step is about stands in no list, no page title and no file name.</summary>
[Collection(PageCollection.Name)]
public sealed class ConfidentialTests(PageHost host)
{
    private const string Real = "Opinion of the Advisory Panel";

    [Fact]
    public async Task Lists_and_page_titles_name_the_step_neutrally()
    {
        var id = await UpToThePanelAsync("SE");
        var wait = await host.WaitOfAsync(id, "P1.05");
        using var reader = host.Reader();
        string[] paths =
            ["tasks?q=sweden", "procedures?state=SE", $"procedures/{id}", $"procedures/{id}/year", "letters"];
        foreach (var path in paths)
            Assert.DoesNotContain(Real, Openly(await reader.PageAsync($"/en/{path}")), StringComparison.Ordinal);
        foreach (var path in (string[])["tasks?q=sweden", "procedures?state=SE"])
            Assert.Contains("Consultation", Openly(await reader.PageAsync($"/en/{path}")), StringComparison.Ordinal);
        Assert.Contains(id, (await reader.PageAsync("/en/tasks?q=consultation")).Body!.InnerHtml,
            StringComparison.Ordinal);
        var task = await reader.PageAsync($"/en/procedures/{id}/tasks/{wait}");
        Assert.DoesNotContain("Panel", task.Title, StringComparison.Ordinal);
        Assert.Equal(Real, task.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_outcome_stands_only_where_somebody_asks_to_see_it()
    {
        var id = await UpToThePanelAsync("SK");
        await AnswerAsync(id, "P1.05");
        using var reader = host.Reader();
        var file = await reader.PageAsync($"/en/procedures/{id}");
        Assert.Contains("All candidates suitable", file.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("All candidates suitable", Openly(file), StringComparison.Ordinal);
    }

    // What a reader sees who opens nothing that is marked confidential.
    private static string Openly(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        foreach (var secret in page.QuerySelectorAll("details.secret").ToArray()) secret.Remove();
        return page.Title + page.Body!.TextContent;
    }

    private static readonly Value.Map ThreeCandidates = Value.MapOf(("candidates", Value.Of(
        new[] { "Anna Alder", "Boris Birch", "Carla Cedar" }.Select(Value (name) => Value.MapOf(
            ("name", Value.Of(name)), ("sex", Value.Of(name[0] == 'B' ? "M" : "F")),
                ("birthDate", Value.Of("1975-05-05")),
            ("nationality", Value.Of("EE")))))));

    private async Task<string> UpToThePanelAsync(string state)
    {
        var id = await host.OpenElectionAsync(state);
        foreach (var step in (string[])["P1.01", "P1.02", "P1.03", "P1.04"]) await AnswerAsync(id, step);
        return id;
    }

    private async Task AnswerAsync(string id, string step)
    {
        var wait = (await host.Store.LoadAsync(id))!.Waits.Single(w => w.Assignment?.Step == step);
        var taken = await host.Conductor.SendAsync(
            id,
            new Stimulus.TaskCompleted(wait.Id, wait.Assignment!.Outcomes[0].Name, step == "P1.03" ? ThreeCandidates
                : Value.Map.Empty)
            {
                Actor = "Clara Cedar",
            });
        Assert.Null(taken.Refusal);
    }
}
