using System.Net;
using AngleSharp.Html.Dom;

namespace Procedures.Host.Tests;

/// <summary>A procedure is opened from a form that its definition makes.</summary>
[Collection(PageCollection.Name)]
public sealed class OpeningTests(PageHost host)
{
    private const string Form = "procedures/new/judge-election";

    [Theory]
    [InlineData("en", "State", "Last day of the sitting judge's term", "Choose …")]
    [InlineData("fr", "État", "Dernier jour du mandat du juge en fonction", "Choisir…")]
    public async Task The_form_is_made_of_the_inputs_in_the_language(
        string language, string state, string end, string choose)
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/{Form}");
        Assert.Equal(state, page.QuerySelector("label[for=f-State]")!.TextContent.Trim());
        Assert.Equal(end, page.QuerySelector("label[for=f-TermEnds]")!.TextContent.Trim());
        var states = (IHtmlSelectElement)page.QuerySelector("#f-State")!;
        Assert.Equal(choose, states.Options[0].Text);
        Assert.Equal(47, states.Options.Length);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task No_form_asks_for_a_notation_and_part_sessions_are_chosen_by_name(string language)
    {
        using var reader = host.Reader();
        var chosen = 0;
        foreach (var definition in await host.Store.DefinitionsAsync(publishedOnly: true))
        {
            var page = await reader.PageAsync($"/{language}/procedures/new/{definition.DefinitionId}");
            Assert.DoesNotContain("part(", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("#f-ParentInstanceId"));
            Assert.Null(page.QuerySelector("#f-Code"));
            foreach (var name in (string[])["ElectingPart", "PartSession"])
                if (page.QuerySelector($"#f-{name}") is { } field)
                {
                    var options = Assert.IsAssignableFrom<IHtmlSelectElement>(field).Options;
                    Assert.Contains(options, o => o.Value == "part(2029,3)"
                        && o.Text.StartsWith(language == "fr" ? "Troisième partie de session 2029, 25–29 juin 2029"
                            : "Third part-session 2029, 25–29 June 2029", StringComparison.Ordinal));
                    chosen++;
                }
        }
        Assert.True(chosen >= 5, $"{chosen}");
    }

    [Theory]
    [InlineData("en", "Error: ", "choose one of the options")]
    [InlineData("fr", "Erreur : ", "choisissez une des options")]
    public async Task Mistakes_are_listed_each_leads_to_its_field_and_what_was_typed_stays(
        string language, string prefix, string message)
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/{Form}");
        using var answer = await reader.SendAsync(
            page, "preview", ("f.TermEnds", "the end of time"), ("recorded-by", "Clara <Cedar>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.StartsWith(prefix, wrong.Title, StringComparison.Ordinal);
        Assert.Equal(["#f-State", "#f-TermEnds"], wrong.QuerySelectorAll(".errors a")
            .Select(a => a.GetAttribute("href")));
        Assert.All(wrong.QuerySelectorAll(".errors a"), a =>
            Assert.NotNull(wrong.QuerySelector(a.GetAttribute("href")!)));
        Assert.Contains(message, wrong.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("the end of time", ((IHtmlInputElement)wrong.QuerySelector("#f-TermEnds")!).Value);
        Assert.Equal("Clara <Cedar>", ((IHtmlInputElement)wrong.QuerySelector("[name=recorded-by]")!).Value);
        Assert.Contains("f-TermEnds-error", wrong.QuerySelector("#f-TermEnds")!.GetAttribute("aria-describedby"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "3 January 2028", "Monday 3 January 2028", "Who will be told")]
    [InlineData("fr", "3 janvier 2028", "lundi 3 janvier 2028", "Qui sera informé")]
    public async Task The_year_is_laid_out_before_anything_is_opened_then_the_file_is_shown(
        string language, string typed, string shown, string told)
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/{Form}");
        var before = (await host.Store.CountAsync(host.Clock.Now, new DateOnly(2026, 10, 15))).Procedures;
        using var answer = await reader.SendAsync(
            page, "preview", ("f.State", "HR"), ("f.TermEnds", typed), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var preview = await PageReader.ReadAsync(answer);
        Assert.Contains(shown, preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(told, preview.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector("svg.year"));
        Assert.True(preview.QuerySelectorAll("tbody tr").Length > 20);
        Assert.Equal(before, (await host.Store.CountAsync(host.Clock.Now, new DateOnly(2026, 10, 15))).Procedures);

        using var opened = await reader.SendAsync(preview, "open");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.StartsWith($"/{language}/procedures/judge-election-HR-2026-", opened.Headers.Location!.OriginalString,
            StringComparison.Ordinal);
        var file = await reader.PageAsync(opened.Headers.Location.OriginalString);
        Assert.Contains(language == "fr" ? "Croatie" : "Croatia", file.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal);
        var journal = await host.Store.JournalAsync(
            opened.Headers.Location.OriginalString.Split('/')[^1], Storage.PageRequest.First);
        Assert.Equal("Clara Cedar", journal.Items[0].Actor);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_opens_one_procedure()
    {
        using var reader = host.Reader();
        var preview = await PreviewAsync(reader, "en", "SM", "3 May 2029");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => reader.SendAsync(preview, "open")));

        Assert.Single(answers.Select(a => a.Headers.Location!.OriginalString).Distinct());
        foreach (var answer in answers) answer.Dispose();
        var other = await PreviewAsync(reader, "en", "SM", "4 May 2029");
        using var second = await reader.SendAsync(other, "open");
        Assert.NotEqual(answers[0].Headers.Location, second.Headers.Location);
    }

    [Theory]
    [InlineData("en", "LI", "2 June 2029", "The same procedure is under way already.")]
    [InlineData("fr", "LI", "4 juin 2029", "La même procédure est déjà en cours.")]
    public async Task Who_is_about_to_open_what_is_under_way_is_told_and_led_there(
        string language, string state, string day, string warning)
    {
        using var reader = host.Reader();
        var first = await PreviewAsync(reader, language, state, day);
        Assert.DoesNotContain(warning, first.Body!.TextContent, StringComparison.Ordinal);
        using var opened = await reader.SendAsync(first, "open");

        var again = await PreviewAsync(reader, language, state, day);

        Assert.Contains(warning, again.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector($".note.warn a[href='{opened.Headers.Location!.OriginalString}']"));
    }

    [Theory]
    [InlineData("en", "5 May 2010", "have passed already", "P1.01 Open the procedure, Thursday 25 December 2008")]
    [InlineData("fr", "5 mai 2010", "sont déjà passés", "P1.01 Ouvrir la procédure, jeudi 25 décembre 2008")]
    public async Task A_day_typed_wrongly_is_noticed_before_letters_tell_states_that_they_are_late(
        string language, string day, string warning, string step)
    {
        using var reader = host.Reader();
        var preview = await PreviewAsync(reader, language, "IS", day);

        Assert.Contains(warning, preview.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(step, preview.QuerySelector(".note.warn li")!.TextContent);
        var good = await PreviewAsync(reader, language, "IS", "2029-05-05");
        Assert.Null(good.QuerySelector(".note.warn"));
    }

    private static async Task<IHtmlDocument> PreviewAsync(PageReader reader, string language, string state, string day)
    {
        var page = await reader.PageAsync($"/{language}/{Form}");
        using var answer = await reader.SendAsync(
            page, "preview", ("f.State", state), ("f.TermEnds", day), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await PageReader.ReadAsync(answer);
    }

    [Fact]
    public async Task Going_back_from_the_preview_keeps_what_was_typed()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/{Form}");
        using var answer = await reader.SendAsync(
            page, "preview", ("f.State", "HR"), ("f.TermEnds", "3 January 2028"), ("recorded-by", "Clara Cedar"));
        using var back = await reader.SendAsync(await PageReader.ReadAsync(answer), "change");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        var form = await PageReader.ReadAsync(back);
        Assert.Equal("3 January 2028", ((IHtmlInputElement)form.QuerySelector("#f-TermEnds")!).Value);
        Assert.Equal("HR", ((IHtmlSelectElement)form.QuerySelector("#f-State")!).Value);
    }
}
