using System.Net;
using Procedures.Pages;

namespace Procedures.Host.Tests;

/// <summary>Every address answers in both languages, and refuses what it must refuse.</summary>
[Collection(PageCollection.Name)]
public sealed class AddressesTests(PageHost host)
{
    // The whole list: an address that is added to the table must be added here, with what it needs.
    private static readonly string[] Known =
    [
        "GET ", "GET procedures", "GET procedures/new", "GET procedures/new/{definitionId}",
        "POST procedures/new/{definitionId}", "GET procedures/{id}", "GET procedures/{id}/year",
        "GET procedures/{id}/discontinue", "POST procedures/{id}/discontinue",
        "GET procedures/{id}/version", "POST procedures/{id}/version",
        "GET procedures/{id}/incidents/{activation:int}", "POST procedures/{id}/incidents/{activation:int}",
        "GET procedures/{id}/candidates", "POST procedures/{id}/candidates",
        "GET procedures/{id}/happened", "GET procedures/{id}/happened/{act}", "POST procedures/{id}/happened/{act}",
        "GET procedures/{id}/tasks/{wait:int}",
        "POST procedures/{id}/tasks/{wait:int}", "GET procedures/{id}/tasks/{wait:int}/receipt", "GET tasks",
            "GET letters",
        "GET letters/{key}", "POST letters/{key}", "GET letters/{key}/html", "GET letters/{key}/eml",
        "GET contacts", "POST contacts", "GET contacts/export", "GET contacts/contact", "POST contacts/contact",
        "GET templates", "GET templates/{file}", "POST templates/{file}", "GET reply/{token}", "POST reply/{token}",
        "GET part-sessions", "GET part-sessions/{year:int}/{number:int}", "POST part-sessions/{year:int}/{number:int}",
        "GET mandates", "GET mandates/offices", "POST mandates/offices", "GET mandates/import", "POST mandates/import",
        "GET mandates/export", "GET mandates/new", "POST mandates/new", "GET mandates/{key}", "POST mandates/{key}",
        "GET mandates/{key}/{act}", "POST mandates/{key}/{act}", "GET definitions",
        "GET definitions/{definitionId}/running",
        "GET definitions/{definitionId}/texts", "GET definitions/{definitionId}/texts/{number:long}",
        "POST definitions/{definitionId}/texts/{number:long}", "GET practice", "POST practice", "GET {**rest}",
    ];

    [Fact]
    public void The_table_of_addresses_is_the_one_that_these_tests_know() =>
        Assert.Equal(Known, PageMap.Table.Select(a => $"{a.Method} {a.Path}"));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_page_answers_with_its_language_one_heading_and_a_title(string language)
    {
        using var reader = host.Reader();
        foreach (var path in await PathsAsync())
        {
            var page = await reader.PageAsync($"/{language}/{path}");
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotEmpty(page.QuerySelector("h1")!.TextContent.Trim());
            Assert.EndsWith(language == "fr" ? " – Procédures" : " – Procedures", page.Title, StringComparison.Ordinal);
            var other = page.QuerySelector("a.language")!;
            Assert.Equal(
                Uri.UnescapeDataString($"/{(language == "fr" ? "en" : "fr")}/{path}"),
                Uri.UnescapeDataString(other.GetAttribute("href")!));
            Assert.Empty(page.QuerySelectorAll("script"));
            Assert.Empty(page.QuerySelectorAll("[style]"));
        }
    }

    [Fact]
    public async Task Ids_stand_once_in_a_page_and_every_label_leads_to_a_field()
    {
        using var reader = host.Reader();
        foreach (var path in await PathsAsync())
        {
            var page = await reader.PageAsync($"/en/{path}");
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToArray();
            Assert.Equal(ids.Distinct(), ids);
            foreach (var label in page.QuerySelectorAll("label[for]"))
                Assert.Contains(label.GetAttribute("for"), ids);
        }
    }

    [Fact]
    public async Task Headers_forbid_scripts_frames_and_guessing()
    {
        using var reader = host.Reader();
        using var answer = await reader.Client.GetAsync("/en/procedures");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_refuses_a_foreign_host_name()
    {
        using var reader = host.Reader();
        foreach (var path in (await PathsAsync()).Select(p => $"/en/{p}").Concat(["/", "/health/ready", "/pages.css"]))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "evil.example.org";
            using var answer = await reader.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Every_post_without_its_token_is_refused_in_the_language_and_changes_nothing()
    {
        var id = await host.OpenElectionAsync("BE");
        var wait = await host.WaitOfAsync(id, "P1.01");
        var step = (await host.Store.FindProcedureAsync(id))!.Step;
        using var reader = host.Reader();
        foreach (var (_, path, _) in PageMap.Table.Where(a => a.Method == "POST"))
        {
            var address = path.Replace("{definitionId}", "judge-election", StringComparison.Ordinal)
                .Replace("{id}", id, StringComparison.Ordinal)
                    .Replace("{wait:int}", $"{wait}", StringComparison.Ordinal)
                .Replace("{act}", "interrupted", StringComparison.Ordinal)
                .Replace("{year:int}/{number:int}", "2028/2", StringComparison.Ordinal)
                .Replace("mandates/{key}", "mandates/judge_EE_2020-01-04", StringComparison.Ordinal)
                .Replace("{key}", "a@b", StringComparison.Ordinal)
                .Replace("{file}", "task.en.md", StringComparison.Ordinal)
                .Replace("{token}", "a.b", StringComparison.Ordinal)
                .Replace("{number:long}", "1", StringComparison.Ordinal)
                .Replace("{activation:int}", "1", StringComparison.Ordinal);
            using var answer = await reader.Client.PostAsync($"/fr/{address}", new FormUrlEncodedContent(
                [new("act", "complete"), new("f.sure", "true"), new("f.reason", "x"), new("f.clerk", "x")]));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("fr", (await PageReader.ReadAsync(answer)).DocumentElement.GetAttribute("lang"));
        }
        Assert.Equal(step, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Theory]
    [InlineData("/en/nothing", "en", "Page not found")]
    [InlineData("/fr/rien", "fr", "Page introuvable")]
    [InlineData("/en/procedures/unknown", "en", "Page not found")]
    [InlineData("/fr/procedures/inconnue/year", "fr", "Page introuvable")]
    [InlineData("/fr/procedures/inconnue/discontinue", "fr", "Page introuvable")]
    [InlineData("/fr/procedures/new/inconnue", "fr", "Page introuvable")]
    [InlineData("/en/procedures/unknown/incidents/1", "en", "Page not found")]
    [InlineData("/en/procedures/unknown/tasks/1", "en", "Page not found")]
    [InlineData("/en/procedures/unknown/tasks/1/receipt?step=1", "en", "Page not found")]
    [InlineData("/fr/letters/inconnue@example.org", "fr", "Page introuvable")]
    [InlineData("/fr/mandates/judge_EE_1900-01-01", "fr", "Page introuvable")]
    [InlineData("/en/mandates/nonsense", "en", "Page not found")]
    [InlineData("/fr/mandates/new?office=king", "fr", "Page introuvable")]
    [InlineData("/en/mandates/judge_EE_2020-01-04/nothing", "en", "Page not found")]
    [InlineData("/en/mandates/judge_EE_1900-01-01/corrected", "en", "Page not found")]
    [InlineData("/fr/letters/inconnue@example.org/eml", "fr", "Page introuvable")]
    [InlineData("/en/templates/unknown.en.md", "en", "Page not found")]
    [InlineData("/en/contacts/contact?body=GOV(EE)&address=nobody@example.org", "en", "Page not found")]
    [InlineData("/fr/definitions/inconnue/texts", "fr", "Page introuvable")]
    [InlineData("/en/definitions/unknown/running", "en", "Page not found")]
    [InlineData("/fr/procedures/inconnue/version", "fr", "Page introuvable")]
    [InlineData("/en/definitions/judge-election/texts/999999", "en", "Page not found")]
    [InlineData("/en/definitions/assembly-ballot/texts/99999999999999999999", "en", "Page not found")]
    public async Task What_does_not_exist_is_said_so_in_the_language(string path, string language, string heading)
    {
        using var reader = host.Reader();
        using var answer = await reader.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await PageReader.ReadAsync(answer);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/", "fr-FR,fr;q=0.9,en;q=0.8", "/fr/procedures")]
    [InlineData("/", "de,en;q=0.8,fr;q=0.5", "/en/procedures")]
    [InlineData("/", "it", "/en/procedures")]
    [InlineData("/fr", "en", "/fr/procedures")]
    [InlineData("/en/", "fr", "/en/procedures")]
    [InlineData("/tasks?q=x", "fr", "/fr/tasks?q=x")]
    [InlineData("/procedures/a-1/tasks/4", "fr", "/fr/procedures/a-1/tasks/4")]
    public async Task An_address_without_a_language_leads_to_the_one_that_the_browser_asks_for(
        string path, string accepted, string target)
    {
        using var reader = host.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", accepted);
        using var answer = await reader.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Health_says_that_the_host_lives_and_is_ready()
    {
        using var reader = host.Reader();
        Assert.Equal("live", await reader.Client.GetStringAsync("/health/live"));
        Assert.Equal("ready", await reader.Client.GetStringAsync("/health/ready"));
    }

    private async Task<string[]> PathsAsync()
    {
        var id = await host.OpenElectionAsync("AT");
        var wait = await host.WaitOfAsync(id, "P1.01");
        var text = (await host.Store.RevisionsAsync("judge-election", Storage.PageRequest.First)).Items[^1];
        var (frail, activation) = await host.OpenFrailAsync();
        var letters = await host.Store.LettersAsync(Storage.LetterFilter.All, Storage.PageRequest.First);
        return
        [
            "procedures", "procedures?q=x&status=completed", "procedures/new", "procedures/new/judge-election",
            "procedures/new/assembly-ballot", $"procedures/{id}", $"procedures/{id}?journal=all",
                $"procedures/{id}/year",
            $"procedures/{id}/discontinue", $"procedures/{frail}", $"procedures/{frail}/incidents/{activation}",
            $"procedures/{id}/tasks/{wait}", "tasks", "tasks?body=SGA", "letters",
            "letters?state=Sent", $"letters/{LetterKey.Of(letters.Items[0].Id)}",
            "contacts", "contacts?q=estonia", "contacts/contact",
                "contacts/contact?body=GOV(EE)&address=pr.ee@example.org",
            "templates", "templates/task.en.md", "templates/reminders.fr.md",
            $"procedures/{id}/candidates",
            $"procedures/{id}/happened", $"procedures/{id}/happened/postponed", $"procedures/{id}/happened/restarted",
            "part-sessions", "part-sessions/2028/2",
            "mandates", "mandates?office=judge&state=EE", "mandates/offices", "mandates/import",
            "mandates/new", "mandates/new?office=judge", "mandates/judge_EE_2020-01-04/corrected",
            "mandates/judge_EE_2020-01-04/ended", "mandates/judge_EE_2020-01-04/removed",
            "mandates?year=2029", "procedures/new/judge-election?mandate=judge_EE_2020-01-04",
            "mandates/judge_EE_2020-01-04", "mandates/secretary-general__2024-09-18",
            "definitions", "definitions/judge-election/running", "definitions/judge-election/texts",
                "definitions/judge-election/texts?page=2",
            $"definitions/judge-election/texts/{text.Number}",
        ];
    }
}
