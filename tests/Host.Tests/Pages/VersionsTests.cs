using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>
/// Who has published a new version sees which procedures keep the old one, what the new one would change for each, and
/// moves those that shall follow it.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class VersionsTests(PageHost host)
{
    [Theory]
    [InlineData("en", "version 1", "not the published one", "What version 2 would change …")]
    [InlineData("fr", "version 1", "pas la version publiée", "Ce que changerait la version 2…")]
    public async Task From_the_definitions_two_clicks_lead_to_what_the_new_version_would_change(
        string language, string version, string old, string invitation)
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await PublishAsync(definition, Renamed);
        using var reader = host.Reader();

        var list = await reader.PageAsync($"/{language}/definitions");
        var link = list.QuerySelector($"a[href='/{language}/definitions/{definition}/running']")!;
        var running = await reader.PageAsync(link.GetAttribute("href")!);
        var row = running.QuerySelector($"a[href='/{language}/procedures/{id}']")!.Closest("tr")!;

        Assert.Contains(version, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(old, row.TextContent, StringComparison.Ordinal);
        var move = row.QuerySelector($"a[href='/{language}/procedures/{id}/version']")!;
        Assert.StartsWith(invitation, move.TextContent, StringComparison.Ordinal);
        var file = await reader.PageAsync($"/{language}/procedures/{id}");
        Assert.NotNull(file.QuerySelector($"a[href='/{language}/procedures/{id}/version']"));
    }

    [Fact]
    public async Task Before_anything_changes_the_page_says_what_stays_and_what_the_year_would_be()
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await PublishAsync(definition, Renamed);
        var step = (await host.Store.FindProcedureAsync(id))!.Step;
        using var reader = host.Reader();

        var page = await reader.PageAsync($"/en/procedures/{id}/version");

        var sentences = page.QuerySelectorAll("main li").Select(li => li.TextContent).ToArray();
        Assert.Contains("“Second step” – Title: was “Second”, now “Second, otherwise”.", sentences);
        Assert.Contains(sentences, s => s.StartsWith("First, ", StringComparison.Ordinal));
        var cells = page.QuerySelectorAll("table[aria-labelledby=course] td").Select(td => td.TextContent).ToArray();
        Assert.Equal(2, cells.Length);
        Assert.Contains("Second", cells[0], StringComparison.Ordinal);
        Assert.Contains("Second, otherwise", cells[1], StringComparison.Ordinal);
        Assert.Equal(step, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Fact]
    public async Task Without_a_reason_or_a_name_nothing_moves_and_what_was_typed_stays()
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await PublishAsync(definition, Renamed);
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/fr/procedures/{id}/version");

        using var nameless = await reader.SendAsync(
            page, null, ("f.reasonFr", "Le droit a changé"), ("recorded-by", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        var wrong = await PageReader.ReadAsync(nameless);
        Assert.Equal("Le droit a changé", ((IHtmlTextAreaElement)wrong.QuerySelector("#f-reasonFr")!).Value);
        Assert.NotNull(wrong.QuerySelector(".errors a[href='#f-recorded-by']"));
        using var unreasoned = await reader.SendAsync(
            wrong, null, ("f.reasonFr", ""), ("recorded-by", "Clara Cedar"));
        var errors = (await PageReader.ReadAsync(unreasoned)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("Indiquez le motif", errors, StringComparison.Ordinal);

        Assert.Equal(1, (await host.Store.FindProcedureAsync(id))!.DefinitionVersion);
    }

    [Fact]
    public async Task The_procedure_goes_on_under_the_new_version_and_the_journal_says_why_and_who()
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await PublishAsync(definition, Renamed);
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/procedures/{id}/version");

        using var moved = await reader.SendAsync(
            page, null, ("f.reason", "The <rules> of 2027"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var file = await reader.PageAsync(moved.Headers.Location!.OriginalString);
        Assert.Contains("Moved from version 1 to version 2 of the definition: The <rules> of 2027.",
            file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Clara Cedar", file.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(file.QuerySelector($"a[href='/en/procedures/{id}/version']"));

        // Pressed twice, the second press finds it done.
        using var again = await reader.SendAsync(page, null, ("f.reason", "Once more"), ("recorded-by", "Clara Cedar"));
        Assert.Equal($"/en/procedures/{id}", again.Headers.Location!.OriginalString);
        var row = (await host.Store.FindProcedureAsync(id))!;
        Assert.Equal(2, row.DefinitionVersion);
        var running = await reader.PageAsync($"/en/definitions/{definition}/running");
        Assert.Contains("follows the published version",
            running.QuerySelector($"a[href='/en/procedures/{id}']")!.Closest("tr")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "“Second step” is at work and is missing in version 2.")]
    [InlineData("fr", "« Seconde étape » est en cours et n'existe pas dans la version 2.")]
    public async Task Where_what_is_asked_has_no_place_the_page_says_so_and_offers_no_button(
        string language, string sentence)
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await host.Conductor.SendAsync(id, new Stimulus.TaskCompleted(
            (await host.Store.TasksOfAsync(id)).Single().Wait, "Done", Value.Map.Empty) { Actor = "Clara Cedar" });
        await PublishAsync(definition, WithoutSecond);
        using var reader = host.Reader();

        var page = await reader.PageAsync($"/{language}/procedures/{id}/version");

        Assert.Contains(sentence, page.QuerySelector(".note.warn li")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
    }

    [Fact]
    public async Task A_draft_is_no_version_to_move_to()
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        using var window = Window();
        var draft = await window.OpenAsync(definition);
        Renamed(draft);
        await window.SavedAsync(draft);
        using var reader = host.Reader();

        Assert.Null((await reader.PageAsync($"/en/procedures/{id}"))
            .QuerySelector($"a[href='/en/procedures/{id}/version']"));
        foreach (var version in (string[])["2", "99", "x", "-1"])
        {
            using var answer = await reader.Client.GetAsync($"/en/procedures/{id}/version?to={version}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var nothing = await reader.Client.GetAsync($"/en/procedures/{id}/version");
        Assert.Equal($"/en/procedures/{id}", nothing.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_earlier_version_can_be_chosen_as_well()
    {
        var (definition, id) = await OpenedUnderVersionOneAsync();
        await PublishAsync(definition, Renamed);
        await PublishAsync(definition, draft => draft["description"] = "third");
        using var reader = host.Reader();

        var page = await reader.PageAsync($"/en/procedures/{id}/version?to=2");

        Assert.Equal(["3", "2"], page.QuerySelectorAll("#to option").Select(o => o.GetAttribute("value")));
        using var moved = await reader.SendAsync(page, null, ("f.reason", "Not yet"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(2, (await host.Store.FindProcedureAsync(id))!.DefinitionVersion);
    }

    [Fact]
    public async Task Opened_again_after_a_new_version_was_published_it_is_another_procedure()
    {
        var (definition, _) = await OpenedUnderVersionOneAsync();
        using var reader = host.Reader();
        var form = await reader.PageAsync($"/en/procedures/new/{definition}");
        (string, string)[] press = [("recorded-by", "Clara Cedar"), ("act", "open")];
        using var first = await reader.SendAsync(form, null, press);
        using var twice = await reader.SendAsync(form, null, press);
        await PublishAsync(definition, Renamed);
        using var next = await reader.SendAsync(form, null, press);

        Assert.Equal(first.Headers.Location, twice.Headers.Location);
        Assert.NotEqual(first.Headers.Location, next.Headers.Location);
        var id = next.Headers.Location!.OriginalString.Split('/')[^1];
        Assert.Equal(2, (await host.Store.FindProcedureAsync(id))!.DefinitionVersion);
    }

    private static void Renamed(JsonObject draft) =>
        draft["root"]!["activities"]![1]!["title"]!["expression"]!["value"] = "Second, otherwise";

    private static void WithoutSecond(JsonObject draft)
    {
        draft["root"]!["activities"]!.AsArray().RemoveAt(1);
        draft["root"]!["connections"]!.AsArray().RemoveAt(0);
    }

    /// <summary>A definition of two tasks, published once, and a procedure that waits for the first of them.</summary>
    private async Task<(string DefinitionId, string Id)> OpenedUnderVersionOneAsync()
    {
        using var window = Window();
        var model = (JsonObject)JsonNode.Parse("""
            {"definitionId":null,"name":"Two steps",
             "customProperties":{"nameFr":"Deux étapes","title":{"en":"Two steps","fr":"Deux étapes"}},
             "root":{"id":"f1","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"t1","type":"Procedures.Task","version":1,"metadata":{"displayText":"First step"},
               "customProperties":{"displayTextFr":"Première étape"},
               "title":{"typeName":"String","expression":{"type":"Literal","value":"First"}},
               "titleFr":{"typeName":"String","expression":{"type":"Literal","value":"Première"}},
               "body":{"typeName":"String","expression":{"type":"Literal","value":"SGA"}}},
              {"id":"t2","type":"Procedures.Task","version":1,"metadata":{"displayText":"Second step"},
               "customProperties":{"displayTextFr":"Seconde étape"},
               "title":{"typeName":"String","expression":{"type":"Literal","value":"Second"}},
               "titleFr":{"typeName":"String","expression":{"type":"Literal","value":"Seconde"}},
               "body":{"typeName":"String","expression":{"type":"Literal","value":"SGA"}}}],
             "connections":[{"source":{"activity":"t1","port":"Done"},"target":{"activity":"t2","port":"In"}}]}}
            """)!;
        var saved = await window.SavedAsync(model, publish: true);
        var definition = (string)saved["definitionId"]!;
        var opening = await host.Conductor.OpenAsync(definition, new OpeningRequest(Value.Map.Empty, "Clara Cedar"));
        return (definition, opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English));
    }

    private async Task PublishAsync(string definition, Action<JsonObject> change)
    {
        using var window = Window();
        var draft = await window.OpenAsync(definition);
        change(draft);
        await window.SavedAsync(draft, publish: true);
    }

    private HttpClient Window()
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "window-versions");
        return client;
    }
}
