using System.Net;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>
/// The register of mandates on its pages. The clock stands on 15 October 2026; PageHost keeps only what is no sample.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class MandatesTests(PageHost host)
{
    private const string Lead = "office,state,begins,ends,holder\n";

    [Theory]
    [InlineData("en", "Judge of the European Court of Human Rights (Estonia)", "Wednesday 3 January 2029", "no procedure drawn yet")]
    [InlineData("fr", "Juge à la Cour européenne des droits de l'homme (Estonie)", "mercredi 3 janvier 2029", "aucune procédure dessinée")]
    public async Task The_coming_years_are_listed_in_the_language(string language, string seat, string day,
        string undrawn)
    {
        await SettleAsync();
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/mandates");
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == seat);
        Assert.Contains(day, row.TextContent, StringComparison.Ordinal);
        // Offices whose definitions others draw later still say so as long as nothing is published.
        if ((await host.Store.FindDefinitionAsync("commissioner-election", VersionChoice.Published)) is null)
            Assert.Contains(undrawn, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mandate_whose_start_is_late_stands_first_is_told_at_home_and_can_be_opened_once()
    {
        await ImportAsync("judge,SK,2018-08-01,2027-07-31,Nobody");
        using var reader = host.Reader();
        var home = await reader.PageAsync("/en/procedures");
        Assert.Contains("Already late", home.QuerySelector("p.note.warn")!.TextContent, StringComparison.Ordinal);
        var list = await reader.PageAsync("/en/mandates");
        Assert.Contains("Slova", list.QuerySelector("table[aria-labelledby=urgent]")!.TextContent,
            StringComparison.Ordinal);

        var page = await reader.PageAsync("/en/mandates/judge_SK_2018-08-01");
        Assert.Contains("should have begun by", page.Body!.TextContent, StringComparison.Ordinal);
        using var nameless = await reader.SendAsync(page, null, ("recorded-by", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var opened = await reader.SendAsync(page, null, ("recorded-by", "Clara Cedar"));
        Assert.Equal("/en/procedures/judge-election-SK-after-2018-08-01", opened.Headers.Location!.OriginalString);
        using var again = await reader.SendAsync(page, null, ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Empty((await reader.PageAsync("/en/mandates/judge_SK_2018-08-01")).Forms);
    }

    [Fact]
    public async Task An_office_is_switched_on_by_name_and_its_procedures_then_open_by_themselves()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/fr/mandates/offices");
        using var nameless = await reader.SendAsync(page, null, ("f.judge", "true"), ("recorded-by", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        var watch = (MandateWatch)host.Parts.GetService(typeof(MandateWatch))!;
        Assert.False(await watch.OpensByItselfAsync("judge"));

        using var saved = await reader.SendAsync(page, null, ("f.judge", "true"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.True(await watch.OpensByItselfAsync("judge"));
        await ImportAsync("judge,RO,2018-09-01,2027-08-31,Nobody");
        Assert.NotNull(await host.Store.FindProcedureAsync("judge-election-RO-after-2018-09-01"));

        var shown = await reader.PageAsync("/fr/mandates/offices");
        Assert.True(shown.QuerySelector("#f-judge")!.HasAttribute("checked"));
        await watch.SetAsync("judge", false, "Clara Cedar");
    }

    [Fact]
    public async Task A_file_with_one_wrong_line_is_refused_line_by_line_and_nothing_is_taken_in()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/fr/mandates/import");
        using var answer = await reader.SendAsync(page, null,
            ("f.text", Lead + "judge,SE,2019-02-01,,\njudge,QQ,2019-02-01,,\njudge,SE,bientôt,,\n"),
                ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.StartsWith("Erreur : ", wrong.Title, StringComparison.Ordinal);
        var lines = wrong.QuerySelectorAll(".errors li").Select(l => l.TextContent).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.Contains("Ligne 3", lines[0], StringComparison.Ordinal);
        Assert.Contains("Ligne 4", lines[1], StringComparison.Ordinal);
        Assert.Contains("bientôt", wrong.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.Store.MandatesAsync(), m => m.State == "SE");
    }

    [Fact]
    public async Task The_export_is_a_file_that_can_be_imported_again()
    {
        using var reader = host.Reader();
        using var answer = await reader.Client.GetAsync("/en/mandates/export");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var page = await reader.PageAsync("/en/mandates/import");
        var before = await host.Store.MandatesAsync();
        using var imported = await reader.SendAsync(
            page, null, ("f.text", await answer.Content.ReadAsStringAsync()), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        var receipt = (await PageReader.ReadAsync(imported)).QuerySelector(".receipt")!.TextContent;
        Assert.Contains("New or changed: 0.", receipt, StringComparison.Ordinal);
        Assert.Equal(before.ToArray(), (await host.Store.MandatesAsync()).ToArray());
    }

    private async Task ImportAsync(string line)
    {
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(
            await reader.PageAsync("/en/mandates/import"), null, ("f.text", Lead + line),
                ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await SettleAsync();
    }

    private async Task SettleAsync()
    {
        var watch = (MandateWatch)host.Parts.GetService(typeof(MandateWatch))!;
        while (await watch.LookAsync() > 0) { }
    }
}
