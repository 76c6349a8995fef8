using System.Net;
using AngleSharp.Html.Dom;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>What happens at any time is reported on forms: looked at first, then recorded.</summary>
[Collection(PageCollection.Name)]
public sealed class ActsTests(PageHost host)
{
    [Theory]
    [InlineData("en", "What has happened?", "The procedure begins anew")]
    [InlineData("fr", "Que s'est-il passé ?", "La procédure recommence")]
    public async Task The_page_lists_the_acts_that_are_possible_now(string language, string heading, string restart)
    {
        var id = await host.OpenElectionAsync("CY");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/{id}/happened");
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(restart, page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("dl.acts-list a").Select(a => a.GetAttribute("href")!))
            Assert.Single((await reader.PageAsync(link)).QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task An_act_is_looked_at_before_it_is_recorded_and_then_stands_in_the_journal()
    {
        var id = await host.OpenElectionAsync("CY");
        var wait = await host.WaitOfAsync(id, "P1.01");
        var before = (await host.Store.LoadAsync(id))!.FindWait(wait)!.Timetable!.LastDay!.Value;
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/happened/postponed");
        using var review = await reader.SendAsync(page, "review", ("f.wait", $"{wait}"),
            ("f.day", DateText.Short(before.AddDays(10), Language.English)), ("f.reason", "Holidays"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
        var shown = await PageReader.ReadAsync(review);
        Assert.Contains("new deadline", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await host.Store.FindProcedureAsync(id))!.Step);

        using var changed = await reader.SendAsync(shown, "change");
        Assert.Equal("Holidays", (await PageReader.ReadAsync(changed)).QuerySelector("#f-reason")!.TextContent);
        using var applied = await reader.SendAsync(shown, "apply");
        Assert.Equal($"/en/procedures/{id}", applied.Headers.Location!.OriginalString);
        Assert.Equal(before.AddDays(10), (await host.Store.LoadAsync(id))!.FindWait(wait)!.Timetable!.LastDay);
        Assert.Contains("Holidays", (await reader.PageAsync($"/en/procedures/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Meeting", "New day", "The day on which it takes place.")]
    [InlineData("fr", "Meeting", "Nouveau jour", "Le jour où cela a lieu.")]
    [InlineData("en", "Task", "New last day", null)]
    [InlineData("fr", "Task", "Nouvelle échéance", null)]
    public async Task A_step_is_postponed_to_a_last_day_and_a_meeting_to_its_day(
        string language, string type, string label, string? help)
    {
        var id = await host.OpenStepAsync(type);
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/{id}/happened/postponed");

        Assert.Contains(label, page.QuerySelector("label[for='f-day']")!.TextContent, StringComparison.Ordinal);
        if (help is not null) Assert.Contains(help, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interrupted", "f.reason", "", "f-reason")]
    [InlineData("postponed", "f.day", "yesterday", "f-day")]
    [InlineData("reassigned", "f.body", "", "f-body")]
    [InlineData("date-moved", "f.anchor", "", "f-anchor")]
    public async Task What_is_missing_leads_to_its_field(string act, string name, string value, string field)
    {
        var id = await host.OpenElectionAsync("CZ");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/fr/procedures/{id}/happened/{act}");
        using var answer = await reader.SendAsync(page, "review", (name, value), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.StartsWith("Erreur : ", wrong.Title, StringComparison.Ordinal);
        Assert.Contains(wrong.QuerySelectorAll(".errors a"), a => a.GetAttribute("href") == $"#{field}");
        Assert.NotNull(wrong.QuerySelector($"#{field}"));
    }

    [Fact]
    public async Task A_day_in_the_place_of_a_part_session_is_refused_with_a_way_out()
    {
        var id = await host.OpenElectionAsync("CZ");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/happened/date-moved");
        using var answer = await reader.SendAsync(page, "review",
            ("f.anchor", "E"), ("f.value", "1 May 2028"), ("f.reason", "x"), ("recorded-by", "C"));
        var wrong = await PageReader.ReadAsync(answer);
        Assert.Contains("choose the new part-session", wrong.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 May 2028", wrong.QuerySelector("#f-value")!.GetAttribute("value"));
        Assert.DoesNotContain("part(", wrong.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_moves_needs_its_new_day()
    {
        var id = await host.OpenElectionAsync("CZ");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/fr/procedures/{id}/happened/date-moved");
        using var answer = await reader.SendAsync(page, "review",
            ("f.anchor", "L"), ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var link = (await PageReader.ReadAsync(answer)).QuerySelector(".errors a")!;
        Assert.Equal("#f-value", link.GetAttribute("href"));
        Assert.Contains("indiquez le nouveau jour", link.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Third part-session 2028, 26–30 June 2028 (projected)")]
    [InlineData("fr", "Troisième partie de session 2028, 26–30 juin 2028 (prévision)")]
    public async Task A_part_session_is_chosen_by_its_name_and_days(string language, string name)
    {
        var id = await host.OpenElectionAsync("CZ");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/{id}/happened/date-moved");
        var option = page.QuerySelectorAll("#f-part option").Single(o => o.GetAttribute("value") == "part(2028,3)");
        Assert.Equal(name, option.TextContent);
        using var shown = await reader.SendAsync(page, "review",
            ("f.anchor", "E"), ("f.part", "part(2028,3)"), ("f.reason", "x"), ("recorded-by", "C"));
        var review = await PageReader.ReadAsync(shown);
        Assert.Contains(name, review.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        using var applied = await reader.SendAsync(review, "apply");
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal("part(2028,3)", (await host.Store.LoadAsync(id))!.Anchors.Find("E")!.Notation);
    }

    [Fact]
    public async Task A_reason_in_French_only_stands_so_in_both_languages_and_says_so()
    {
        var id = await host.OpenElectionAsync("NO");
        using var reader = host.Reader();
        await host.Store.SaveContactAsync(new Contact("SGA", "Secrétariat", "sga.fr@example.org", ContactLanguage.French));
        await ReportAsync(reader, id, "interrupted", ("f.reason", ""), ("f.reasonFr", "Le siège est contesté."));
        await host.Store.DeleteContactAsync("SGA", "sga.fr@example.org");
        var letters = (await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First)).Items
            .Where(l => l.Kind == "Interrupted").ToArray();
        var english = Assert.Single(letters, l => l.Language == Language.English);
        var french = Assert.Single(letters, l => l.Language == Language.French);
        Assert.Contains("Le siège est contesté. (This reason was given in French.)", english.Text, StringComparison.Ordinal);
        Assert.Contains("Le siège est contesté.", french.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("communiqué en", french.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_in_both_languages_is_told_in_each_and_a_moved_day_tells_why()
    {
        var id = await host.OpenElectionAsync("PL");
        var wait = await host.WaitOfAsync(id, "P1.01");
        var day = (await host.Store.LoadAsync(id))!.FindWait(wait)!.Timetable!.LastDay!.Value.AddDays(9);
        using var reader = host.Reader();
        await ReportAsync(reader, id, "postponed", ("f.wait", $"{wait}"), ("f.day", DateText.Short(day, Language.English)),
            ("f.reason", "The chair is ill"), ("f.reasonFr", "Le président est souffrant"));
        var letters = (await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First)).Items
            .Where(l => l.Kind == "DeadlineMoved").ToArray();
        Assert.Contains(letters, l => l.Text.Contains("- Reason: The chair is ill\n", StringComparison.Ordinal));
        Assert.All(letters.Where(l => l.Language == Language.French),
            l => Assert.Contains("Motif\u00A0: Le président est souffrant\n", l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Interrupted_and_resumed_and_a_new_round_on_the_file()
    {
        var id = await host.OpenElectionAsync("DK");
        using var reader = host.Reader();
        await ReportAsync(reader, id, "interrupted", ("f.reason", "Pause"));
        var acts = await reader.PageAsync($"/en/procedures/{id}/happened");
        Assert.Null(acts.QuerySelector("a[href$=interrupted]"));
        await ReportAsync(reader, id, "resumed", ("f.reason", "Go on"));
        var form = await reader.PageAsync($"/en/procedures/{id}/happened/restarted");
        Assert.Equal("DK", ((IHtmlSelectElement)form.QuerySelector("#f-State")!).Value);
        await ReportAsync(reader, id, "restarted", ("f.reason", "Void"));
        Assert.Equal(2, (await host.Store.LoadAsync(id))!.Round);
        var file = await reader.PageAsync($"/fr/procedures/{id}");
        Assert.Contains("Tour de procédure", file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("P1/2023-01", file.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_is_not_possible_and_a_part_session_that_is_not_known_are_not_there()
    {
        var id = await host.OpenElectionAsync("DK");
        using var reader = host.Reader();
        foreach (var path in (string[])[$"procedures/{id}/happened/resumed", $"procedures/{id}/happened/nothing",
            "procedures/none/happened", "part-sessions/2027/5", "part-sessions/1900/1"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Client.GetAsync($"/en/{path}")).StatusCode);
    }

    [Fact]
    public async Task A_part_session_moves_for_every_procedure_that_counts_from_it_and_for_later_ones()
    {
        var (one, two) = (await host.OpenElectionAsync("FI"), await host.OpenElectionAsync("GE"));
        var part = ((AnchorValue.Part)(await host.Store.LoadAsync(one))!.Anchors.Find("E")!).Session;
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/part-sessions/{part.Year}/{part.Number}");
        using var review = await reader.SendAsync(page, "review", ("f.opens", Day(part.Opens)), ("f.closes", Day(part.Closes)),
            ("f.reason", "The Assembly has decided"), ("recorded-by", "Clara Cedar"));
        var shown = await PageReader.ReadAsync(review);
        Assert.Contains("Finland", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Georgia", shown.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Store.LoadAsync(one))!.MovedParts, p => p.Notation == part.Notation);

        using var applied = await reader.SendAsync(shown, "apply");
        Assert.Equal("/en/part-sessions", applied.Headers.Location!.OriginalString);
        while (await host.Conductor.DoDueWorkAsync(100) > 0) { }
        foreach (var id in (string[])[one, two, await host.OpenElectionAsync("HU")])
            Assert.Equal(new AnchorValue.Day(part.Opens.AddDays(7)), (await host.Store.LoadAsync(id))!.Anchors.Find("EO"));
    }

    private static string Day(DateOnly day) => DateText.Short(day.AddDays(7), Language.English);

    private static async Task ReportAsync(PageReader reader, string id, string act, params (string, string)[] fields)
    {
        var page = await reader.PageAsync($"/en/procedures/{id}/happened/{act}");
        using var review = await reader.SendAsync(page, "review", [.. fields, ("recorded-by", "Clara Cedar")]);
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
        using var applied = await reader.SendAsync(await PageReader.ReadAsync(review), "apply");
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
    }
}
