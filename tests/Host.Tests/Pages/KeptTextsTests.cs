using System.Net;
using System.Text.Json.Nodes;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>A process owner sees what changed in a definition and brings an earlier text back.</summary>
[Collection(PageCollection.Name)]
public sealed class KeptTextsTests(PageHost host)
{
    [Theory]
    [InlineData("en", "“Changed label” – Title: was “Old title”, now “New title”.", "“Last” was added.")]
    [InlineData("fr", "« Changed label » – Titre (anglais) : « Old title » devient « New title ».", "« Last » a été ajouté.")]
    public async Task What_a_text_changed_is_said_in_words(string language, string changed, string added)
    {
        var id = await DrawAsync();
        var newest = (await host.Store.RevisionsAsync(id, PageRequest.First)).Items[0];
        using var reader = host.Reader();

        var page = await reader.PageAsync($"/{language}/definitions/{id}/texts/{newest.Number}");

        var sentences = page.QuerySelectorAll("main li").Select(li => li.TextContent).ToArray();
        Assert.Contains(changed, sentences);
        Assert.Contains(added, sentences);
        Assert.Contains("Anna Alder", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_text_becomes_the_new_draft_and_the_newest_stays_kept()
    {
        var id = await DrawAsync();
        var before = (await host.Store.RevisionsAsync(id, PageRequest.First)).Items;
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/definitions/{id}/texts/{before[^1].Number}");

        using var nameless = await reader.SendAsync(page, "bring-back", ("recorded-by", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var answer = await reader.SendAsync(page, "bring-back", ("recorded-by", "Mara Maple"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var latest = (await host.Store.FindDefinitionAsync(id, VersionChoice.Latest))!;
        Assert.Equal((2, false), (latest.Version, latest.IsPublished));
        Assert.Contains("Old title", latest.Document, StringComparison.Ordinal);
        var after = (await host.Store.RevisionsAsync(id, PageRequest.First)).Items;
        Assert.Equal("Mara Maple", after[0].Author.Person);
        Assert.Equal(before, after.Skip(1));
        var list = await reader.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("brought back as version 2", list.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_refused_can_be_brought_back_and_an_empty_one_cannot()
    {
        var id = await DrawAsync();
        using var other = Window("window-b");
        var outdated = await other.OpenAsync(id);
        using (var mine = Window("window-a"))
            await mine.SavedAsync((await mine.OpenAsync(id)).Described("mine"));
        await Talk.RefusalAsync(await other.SaveAsync(outdated.Described("theirs")));
        var empty = await other.OpenAsync(id);
        empty["root"]!["activities"] = new JsonArray();
        await Talk.RefusalAsync(await other.SaveAsync(empty));
        var kept = (await host.Store.RevisionsAsync(id, PageRequest.First)).Items;
        Assert.Equal([RevisionKind.Emptied, RevisionKind.Conflict], kept.Take(2).Select(r => r.Kind));
        using var reader = host.Reader();

        var emptied = await reader.PageAsync($"/en/definitions/{id}/texts/{kept[0].Number}");
        Assert.DoesNotContain(emptied.Forms, f => f.Method == "post");
        var page = await reader.PageAsync($"/en/definitions/{id}/texts/{kept[1].Number}");
        using var answer = await reader.SendAsync(page, "bring-back", ("recorded-by", "Mara Maple"));

        Assert.Equal("theirs", (string)(await other.OpenAsync(id))["description"]!);
    }

    [Fact]
    public async Task The_text_that_stands_there_offers_no_form()
    {
        var id = await DrawAsync();
        var newest = (await host.Store.RevisionsAsync(id, PageRequest.First)).Items[0];
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/definitions/{id}/texts/{newest.Number}");

        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
        Assert.Contains("says the same", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A definition with two texts: the second changes a title and adds an activity.</summary>
    private async Task<string> DrawAsync()
    {
        using var client = Window("window-a");
        var model = (JsonObject)JsonNode.Parse("""
            {"definitionId":null,"name":"Texts","root":{"id":"f1","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"t1","type":"Procedures.Task","version":1,"metadata":{"displayText":"Changed label"},
               "title":{"typeName":"String","expression":{"type":"Literal","value":"Old title"}}}],"connections":[]}}
            """)!;
        var saved = await client.SavedAsync(model);
        var changed = (JsonObject)saved.DeepClone();
        var activities = changed["root"]!["activities"]!.AsArray();
        activities[0]!["title"]!["expression"]!["value"] = "New title";
        activities.Add(JsonNode.Parse(
            """{"id":"e1","type":"Elsa.End","version":1,"metadata":{"displayText":"Last"}}"""));
        await client.SavedAsync(changed);
        return (string)saved["definitionId"]!;
    }

    private HttpClient Window(string name)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", name);
        client.DefaultRequestHeaders.Add("Cookie", "procedures-clerk=Anna%20Alder");
        return client;
    }
}
