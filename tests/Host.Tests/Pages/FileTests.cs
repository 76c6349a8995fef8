using System.Net;

namespace Procedures.Host.Tests;

/// <summary>The file shows where a procedure stands, why each date is what it is, and how it can be ended.</summary>
[Collection(PageCollection.Name)]
public sealed class FileTests(PageHost host)
{
    [Theory]
    [InlineData("en", "Who must act", "Why this date?", "Dates of reference", "What may be reported", "Our target")]
    [InlineData("fr", "Qui doit agir", "Pourquoi cette date ?", "Dates de référence", "Ce qui peut être signalé",
        "Notre objectif")]
    public async Task The_file_shows_tasks_dates_and_their_reasons(string language, params string[] wanted)
    {
        var id = await host.OpenElectionAsync("LT");
        using var reader = host.Reader();
        var text = (await reader.PageAsync($"/{language}/procedures/{id}")).Body!.TextContent;
        foreach (var part in wanted) Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Contains("nlt EO - 13 mo", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_lists_every_step_to_come_with_its_reason()
    {
        var id = await host.OpenElectionAsync("LV");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/year");
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.True(rows.Length > 20, $"Only {rows.Length} steps are foreseen.");
        Assert.Contains("P1.07", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("P7.06", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Fact]
    public async Task Discontinuing_needs_a_reason_a_name_and_a_tick_and_then_ends_the_procedure()
    {
        var id = await host.OpenElectionAsync("LU");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/fr/procedures/{id}/discontinue");
        using var refused = await reader.SendAsync(page, null, ("f.reason", "Erreur de saisie"), ("f.clerk", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var wrong = await PageReader.ReadAsync(refused);
        Assert.Equal(["#f-clerk", "#f-sure"], wrong.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        using var done = await reader.SendAsync(wrong, null, ("f.clerk", "Clara Cedar"), ("f.sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var file = await reader.PageAsync(done.Headers.Location!.OriginalString);
        Assert.Contains("Abandonnée : Erreur de saisie", file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(file.QuerySelector($"a[href='/fr/procedures/{id}/discontinue']"));
    }

    [Fact]
    public async Task The_journal_shows_the_engines_own_entries_only_when_asked()
    {
        var id = await host.OpenElectionAsync("MT");
        using var reader = host.Reader();
        var some = (await reader.PageAsync($"/en/procedures/{id}")).QuerySelectorAll("ol.journal > li").Length;
        var all = (await reader.PageAsync($"/en/procedures/{id}?journal=all")).QuerySelectorAll("ol.journal > li")
            .Length;
        Assert.InRange(some, 1, all - 1);
    }

    [Fact]
    public async Task The_list_finds_by_state_and_status()
    {
        await host.OpenElectionAsync("MC");
        using var reader = host.Reader();
        var found = await reader.PageAsync("/fr/procedures?state=MC&status=under-way");
        Assert.Contains("Monaco", found.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await reader.PageAsync("/fr/procedures?state=MC&status=completed")).QuerySelector("tbody"));
    }
}
