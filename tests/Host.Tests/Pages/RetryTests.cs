using System.Net;
using Procedures.Execution;

namespace Procedures.Host.Tests;

/// <summary>An incident is shown with the way to take the failed step up again.</summary>
[Collection(PageCollection.Name)]
public sealed class RetryTests(PageHost host)
{
    [Theory]
    [InlineData("en", "Begin the failed step again", "Begun again:", "Give the reason, in English or in French.")]
    [InlineData("fr", "Recommencer l'étape en échec", "Étape recommencée :", "Indiquez le motif, en français ou en anglais.")]
    public async Task From_the_file_one_click_leads_to_the_form_and_its_reason_stands_in_the_journal(
        string language, string heading, string begun, string missing)
    {
        var (id, activation) = await host.OpenFrailAsync();
        using var reader = host.Reader();
        var file = await reader.PageAsync($"/{language}/procedures/{id}");
        var link = file.QuerySelector($"a[href='/{language}/procedures/{id}/incidents/{activation}']")!;
        var page = await reader.PageAsync(link.GetAttribute("href")!);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);

        using var refused = await reader.SendAsync(page, null, ("f.reason", " "), ("f.clerk", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var wrong = await PageReader.ReadAsync(refused);
        Assert.Contains(missing, wrong.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, wrong.QuerySelectorAll(".errors a").Length);

        await Procedures.Tests.Frail.MendAsync(host.Conductor, id);
        using var done = await reader.SendAsync(wrong, null, ("f.reason", "Le mot <est> connu"), ("f.clerk", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var after = (await reader.PageAsync(done.Headers.Location!.OriginalString)).Body!.TextContent;
        Assert.Contains("Le mot <est> connu", after, StringComparison.Ordinal);
        Assert.Contains("Clara Cedar", after, StringComparison.Ordinal);
        Assert.Contains(begun, after, StringComparison.Ordinal);
        Assert.Equal(0, (await host.Store.FindProcedureAsync(id))!.Incidents);
    }

    [Theory]
    [InlineData("en", "Begin the procedure anew …")]
    [InlineData("fr", "Recommencer la procédure…")]
    public async Task A_procedure_that_its_incident_has_ended_begins_anew_from_its_file(string language, string invitation)
    {
        var id = await Procedures.Tests.Frail.OpenEndedAsync(
            host.Conductor, (Definitions.DefinitionReader)host.Parts.GetService(typeof(Definitions.DefinitionReader))!);
        Assert.NotNull((await host.Store.FindProcedureAsync(id))!.EndedAt);
        using var reader = host.Reader();
        var file = await reader.PageAsync($"/{language}/procedures/{id}");
        var link = file.QuerySelectorAll("a").Single(a => a.TextContent == invitation);
        var form = await reader.PageAsync(link.GetAttribute("href")!);
        using var shown = await reader.SendAsync(form, "review",
            ("f.Word", "four"), ("f.reason", "The word was missing"), ("recorded-by", "Clara Cedar"));
        using var done = await reader.SendAsync(await PageReader.ReadAsync(shown), "apply");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var row = (await host.Store.FindProcedureAsync(id))!;
        Assert.Equal((ProcedureStatus.Suspended, null, 0), (row.Status, row.EndedAt, row.Incidents));
        var again = await reader.PageAsync($"/{language}/procedures/{id}");
        Assert.Contains("The word was missing", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(again.QuerySelectorAll("a"), a => a.TextContent == invitation);
    }

    [Theory]
    [InlineData("en", "The incident had ended the procedure", "Begun again:")]
    [InlineData("fr", "L'incident avait mis fin à la procédure", "Étape recommencée :")]
    public async Task A_procedure_that_its_incident_has_ended_is_taken_up_again_at_the_step_that_failed(
        string language, string consequence, string begun)
    {
        var id = await Procedures.Tests.Frail.OpenStoppedAsync(
            host.Conductor, (Definitions.DefinitionReader)host.Parts.GetService(typeof(Definitions.DefinitionReader))!);
        var activation = (await host.Store.LoadAsync(id))!.Incidents[0].Activation;
        await Procedures.Tests.Frail.MendAsync(host.Conductor, id);
        using var reader = host.Reader();
        var file = await reader.PageAsync($"/{language}/procedures/{id}");
        var link = file.QuerySelector($"a[href='/{language}/procedures/{id}/incidents/{activation}']")!;
        var page = await reader.PageAsync(link.GetAttribute("href")!);
        Assert.Contains(consequence, page.Body!.TextContent, StringComparison.Ordinal);
        using var done = await reader.SendAsync(page, null, ("f.reason", "The word is known"), ("f.clerk", "Clara Cedar"));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var after = (await reader.PageAsync(done.Headers.Location!.OriginalString)).Body!.TextContent;
        Assert.Contains(begun, after, StringComparison.Ordinal);
        Assert.Contains("The word is known", after, StringComparison.Ordinal);
        Assert.Contains("Clara Cedar", after, StringComparison.Ordinal);
        var row = (await host.Store.FindProcedureAsync(id))!;
        Assert.Equal((ProcedureStatus.Suspended, null, 0), (row.Status, row.EndedAt, row.Incidents));
    }

    [Theory]
    [InlineData("en", "has been told that it failed and has gone on without it")]
    [InlineData("fr", "a été informée de l'échec et a continué sans elle")]
    public async Task Where_no_step_can_begin_again_the_file_says_why(string language, string reason)
    {
        var (parent, child) = await host.OpenFailedChildAsync();
        using var reader = host.Reader();
        var file = await reader.PageAsync($"/{language}/procedures/{child}");

        Assert.Contains(reason, file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(parent, file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(file.QuerySelector($"a[href^='/{language}/procedures/{child}/incidents/']"));
    }

    [Fact]
    public async Task What_has_been_taken_up_has_no_form_any_more()
    {
        var (id, activation) = await host.OpenFrailAsync();
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/incidents/{activation}");
        await Procedures.Tests.Frail.MendAsync(host.Conductor, id);
        using var first = await reader.SendAsync(page, null, ("f.reason", "x"), ("f.clerk", "y"));
        using var second = await reader.SendAsync(page, null, ("f.reason", "x"), ("f.clerk", "y"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Single((await host.Store.LoadAsync(id))!.Incidents);
    }

    [Fact]
    public async Task A_step_that_fails_again_shows_the_new_incident_with_a_way_on()
    {
        var (id, activation) = await host.OpenFrailAsync();
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/incidents/{activation}");
        using var done = await reader.SendAsync(page, null, ("f.reason", "x"), ("f.clerk", "y"));
        var file = await reader.PageAsync(done.Headers.Location!.OriginalString);

        Assert.Single(file.QuerySelectorAll($"a[href^='/en/procedures/{id}/incidents/']"));
        Assert.Equal(1, (await host.Store.FindProcedureAsync(id))!.Incidents);
    }

    [Fact]
    public async Task What_was_taken_off_the_lists_says_so_on_its_file_and_is_on_no_list()
    {
        var (id, _) = await host.OpenFrailAsync();
        await host.Conductor.SendAsync(id, new Stimulus.Removed("A trial.") { Actor = "Olga" });
        using var reader = host.Reader();

        Assert.Contains("Retirée des listes",
            (await reader.PageAsync($"/fr/procedures/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await reader.PageAsync("/en/procedures?q=frail&status=all"))
            .QuerySelector($"a[href='/en/procedures/{id}']"));
    }
}
