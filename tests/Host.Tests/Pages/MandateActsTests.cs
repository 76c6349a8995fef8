using System.Net;
using AngleSharp.Html.Dom;
using Procedures.Deadlines;
using Procedures.Mandates;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>
/// The register is kept on its pages: entered, corrected, ended, extended, taken out, each with its history.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class MandateActsTests(PageHost host)
{
    [Fact]
    public async Task A_mandate_is_entered_corrected_and_its_history_says_by_whom_and_why()
    {
        using var reader = host.Reader();
        var form = await reader.PageAsync("/en/mandates/new?office=judge");
        using var entered = await reader.SendAsync(form, null, ("f.state", "LU"), ("f.holder", "Ada Ash"),
            ("f.begins", "1 February 2024"), ("f.remark", "sworn in, in French"), ("recorded-by", "Clara Cedar"));
        Assert.Equal("/en/mandates/judge_LU_2024-02-01?done=new", entered.Headers.Location!.OriginalString);
        var mandate = await FindAsync("LU");
        Assert.Equal((new DateOnly(2033, 1, 31), "Ada Ash"), (mandate.Ends, mandate.Holder));

        var correction = await reader.PageAsync("/fr/mandates/judge_LU_2024-02-01/corrected");
        Assert.Equal("1 février 2024".Replace("1 ", "1er ", StringComparison.Ordinal),
            correction.QuerySelector("#f-begins")!.GetAttribute("value"));
        using var corrected = await reader.SendAsync(correction, null, ("f.holder", "Ada Aspen"),
            ("f.begins", "2024-03-01"), ("f.ends", ""), ("f.reason", "Faute de frappe"),
                ("recorded-by", "Claude Cèdre"));
        Assert.Equal("/fr/mandates/judge_LU_2024-03-01?done=corrected", corrected.Headers.Location!.OriginalString);

        var page = await reader.PageAsync("/fr/mandates/judge_LU_2024-03-01?done=corrected");
        var history = page.QuerySelector("section[aria-labelledby=history]")!.TextContent;
        Assert.Contains("par Claude Cèdre", history, StringComparison.Ordinal);
        Assert.Contains("Faute de frappe", history, StringComparison.Ordinal);
        Assert.Contains("Ada Ash → Ada Aspen", history, StringComparison.Ordinal);
        Assert.Contains("1er février 2024 → 1er mars 2024", history, StringComparison.Ordinal);
        Assert.Contains("par Clara Cedar", history, StringComparison.Ordinal);
        Assert.Contains("judge-election-LU-after-2024-02-01", (await RowAsync("LU")).OpeningId,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "f-ends", "too long")]
    [InlineData("fr", "f-ends", "trop long")]
    public async Task What_is_wrong_leads_to_its_field_and_nothing_typed_is_lost(string language, string field,
        string words)
    {
        using var reader = host.Reader();
        var form = await reader.PageAsync($"/{language}/mandates/new?office=judge");
        using var answer = await reader.SendAsync(form, null, ("f.state", "MT"), ("f.holder", "Ben Birch"),
            ("f.begins", "2024-02-01"), ("f.ends", "2040-01-31"), ("f.remark", "line"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        var link = wrong.QuerySelector(".errors a")!;
        Assert.Equal($"#{field}", link.GetAttribute("href"));
        Assert.Contains(words, link.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ben Birch", wrong.QuerySelector("#f-holder")!.GetAttribute("value"));
        Assert.Equal("MT", ((IHtmlSelectElement)wrong.QuerySelector("#f-state")!).Value);
        Assert.Equal("line", wrong.QuerySelector("#f-remark")!.TextContent);
    }

    [Fact]
    public async Task Two_people_cannot_hold_one_seat()
    {
        await EnterAsync("MD", "2020-05-01");
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(await reader.PageAsync("/en/mandates/new?office=judge"), null,
            ("f.state", "MD"), ("f.begins", "2025-05-01"), ("recorded-by", "Clara Cedar"));
        var errors = (await PageReader.ReadAsync(answer)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("two people cannot hold it on the same day", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_death_the_procedure_is_opened_with_the_vacancy_filled_in_and_only_once()
    {
        await EnterAsync("MC", "2021-02-01");
        using var reader = host.Reader();
        using var ended = await reader.SendAsync(await reader.PageAsync("/en/mandates/judge_MC_2021-02-01/ended"), null,
            ("f.left", "1 October 2026"), ("f.cause", "Death"), ("f.reason", "Letter of the Registrar"),
                ("recorded-by", "C"));
        Assert.Equal("/en/mandates/judge_MC_2021-02-01?done=ended", ended.Headers.Location!.OriginalString);

        var form = await reader.PageAsync("/en/procedures/new/judge-election?mandate=judge_MC_2021-02-01");
        Assert.Equal("MC", ((IHtmlSelectElement)form.QuerySelector("#f-State")!).Value);
        Assert.Equal("31 January 2030", form.QuerySelector("#f-TermEnds")!.GetAttribute("value"));
        Assert.Equal("2 October 2026", form.QuerySelector("#f-VacantOn")!.GetAttribute("value"));
        using var shown = await reader.SendAsync(form, "preview", ("recorded-by", "C"));
        var preview = await PageReader.ReadAsync(shown);
        Assert.Contains("death", preview.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        using var opened = await reader.SendAsync(preview, "open");
        Assert.Equal("/en/procedures/judge-election-MC-after-2021-02-01", opened.Headers.Location!.OriginalString);
        using var again = await reader.SendAsync(preview, "open");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("open already", (await PageReader.ReadAsync(again))
            .QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Death",
            (await host.Store.LoadAsync("judge-election-MC-after-2021-02-01"))!.Inputs["VacancyCause"].AsText);
    }

    [Fact]
    public async Task A_procedure_opened_by_hand_for_the_seat_of_a_mandate_takes_its_reference()
    {
        await EnterAsync("ME", "2019-06-01");
        using var reader = host.Reader();
        var form = await reader.PageAsync("/en/procedures/new/judge-election");
        using var shown = await reader.SendAsync(form, "preview",
            ("f.State", "ME"), ("f.TermEnds", "2028-05-31"), ("recorded-by", "C"));
        using var opened = await reader.SendAsync(await PageReader.ReadAsync(shown), "open");
        Assert.Equal("/en/procedures/judge-election-ME-after-2019-06-01", opened.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_seat_of_a_state_that_is_no_member_opens_with_that_status()
    {
        using var reader = host.Reader();
        using var entered = await reader.SendAsync(await reader.PageAsync("/en/mandates/new?office=cpt-member"), null,
            ("f.state", "RU"), ("f.begins", "2023-12-20"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var form = await reader.PageAsync("/en/procedures/new/cpt-member-election?mandate=cpt-member_RU_2023-12-20");
        Assert.Equal("NonMember", form.QuerySelectorAll("input[name='f.PartyStatus']").Cast<IHtmlInputElement>()
            .Single(i => i.IsChecked).Value);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_somebody_elses_change_is_not_saved_over_it()
    {
        await EnterAsync("MK", "2022-01-10");
        using var reader = host.Reader();
        var mine = await reader.PageAsync("/en/mandates/judge_MK_2022-01-10/corrected");
        await host.Store.SaveMandatesAsync([(await FindAsync("MK")) with { Holder = "Dora Dogwood" }]);
        using var answer = await reader.SendAsync(mine, null,
            ("f.holder", "Eve Elm"), ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.Contains("Dora Dogwood", wrong.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Eve Elm", wrong.QuerySelector("#f-holder")!.GetAttribute("value"));
        using var again = await reader.SendAsync(wrong, null, ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Eve Elm", (await FindAsync("MK")).Holder);
    }

    [Fact]
    public async Task A_term_is_extended_as_far_as_its_rule_allows_and_one_entered_by_mistake_is_taken_out()
    {
        using var reader = host.Reader();
        using var entered = await reader.SendAsync(await reader.PageAsync("/en/mandates/new?office=cpt-member"), null,
            ("f.state", "SM"), ("f.begins", "2023-12-20"), ("recorded-by", "C"));
        var page = await reader.PageAsync("/en/mandates/cpt-member_SM_2023-12-20/extended");
        using var early =
            await reader.SendAsync(page, null, ("f.ends", "2026-12-31"), ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var late =
            await reader.SendAsync(page, null, ("f.ends", "2035-12-31"), ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var good = await reader.SendAsync(page, null, ("f.ends", "2028-12-31"), ("f.reason", "Decision"),
            ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);

        var removal = await reader.PageAsync("/en/mandates/cpt-member_SM_2023-12-20/removed");
        using var unsure = await reader.SendAsync(removal, null, ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var gone =
            await reader.SendAsync(removal, null, ("f.sure", "true"), ("f.reason", "x"), ("recorded-by", "C"));
        Assert.Equal("/en/mandates", gone.Headers.Location!.OriginalString);
        Assert.DoesNotContain(await host.Store.MandatesAsync("cpt-member"), m => m.State == "SM");
    }

    [Fact]
    public async Task A_part_session_that_moves_moves_the_plan_and_the_old_days_are_shown()
    {
        await EnterAsync("AD", "2024-02-01");
        var before = (await RowAsync("AD")).Opening!;
        using var reader = host.Reader();
        using var shown = await reader.SendAsync(await reader.PageAsync("/fr/part-sessions/2032/4"), "review",
            ("f.opens", "2032-10-11"), ("f.closes", "2032-10-15"), ("f.reason", "Travaux"), ("recorded-by", "C"));
        var preview = await PageReader.ReadAsync(shown);
        Assert.Contains("Andorre", preview.QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await RowAsync("AD")).Opening);
        using var moved = await reader.SendAsync(preview, "apply");
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var watch = (Runtime.MandateWatch)host.Parts.GetService(typeof(Runtime.MandateWatch))!;
        while (await watch.LookAsync() > 0) { }

        var after = (await RowAsync("AD")).Opening!;
        Assert.Equal((before.OpensOn, before.StartsBy), (after.WasToOpenOn, after.WasToStartBy));
        Assert.NotEqual(before.StartsBy, after.StartsBy);
        var page = await reader.PageAsync("/fr/mandates/judge_AD_2024-02-01");
        Assert.Contains($"auparavant le {DateText.Long(before.StartsBy!.Value, Language.French)}",
            page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var list = await reader.PageAsync("/fr/part-sessions");
        Assert.NotNull(list.QuerySelector("table"));
    }

    private async Task EnterAsync(string state, string begins)
    {
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(await reader.PageAsync("/en/mandates/new?office=judge"), null,
            ("f.state", state), ("f.begins", begins), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<Mandate> FindAsync(string state) => (await RowAsync(state)).Mandate;

    private async Task<MandateRow> RowAsync(string state) => (await host.Store.MandateRowsAsync(
        new MandateFilter { Office = "judge", State = state })).Single(r => r.IsLatest);
}
