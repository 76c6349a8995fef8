using System.Text.Json.Nodes;

namespace Procedures.Tests;

public sealed class SavingTests : IAsyncLifetime
{
    private StudioHost _host = null!;

    public async Task InitializeAsync() => _host = await StudioHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_first_change_of_a_published_version_makes_a_draft_and_leaves_the_version_alone()
    {
        var client = _host.Client();
        var published = await _host.Store.FindVersionAsync("judge-election-v1");
        var saved = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("changed"));

        Assert.Equal(2, (int)saved["version"]!);
        Assert.NotEqual("judge-election-v1", (string)saved["id"]!);
        Assert.True((bool)saved["isLatest"]!);
        Assert.False((bool)saved["isPublished"]!);
        var after = await _host.Store.FindVersionAsync("judge-election-v1");
        Assert.Equal(published! with { IsLatest = false }, after);
    }

    [Fact]
    public async Task A_draft_is_overwritten_in_place()
    {
        var client = _host.Client();
        var first = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("one"));
        var second = await client.SavedAsync(first.Described("two"));

        Assert.Equal((string)first["id"]!, (string)second["id"]!);
        Assert.Equal(2, (int)second["version"]!);
        Assert.Equal("two", (string)(await client.OpenAsync("judge-election"))["description"]!);
    }

    [Fact]
    public async Task A_save_comes_back_exactly_as_it_was_sent()
    {
        var client = _host.Client();
        var sent = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("same"));
        var back = await client.SavedAsync(sent);

        Assert.Equal(sent["root"]!.ToJsonString(), back["root"]!.ToJsonString());
        Assert.Equal(sent["variables"]!.ToJsonString(), back["variables"]!.ToJsonString());
    }

    [Fact]
    public async Task A_new_definition_of_the_create_dialog_is_saved_and_opens()
    {
        var client = _host.Client();
        var model = (JsonObject)JsonNode.Parse("""
            {"definitionId":null,"name":" Workflow 1 ","description":null,"version":1,"toolVersion":"3.8.0.0","isLatest":true,
             "isPublished":false,"variables":null,"inputs":null,"outputs":null,"outcomes":null,"customProperties":null,
             "options":null,"id":null,"createdAt":null,"links":null,
             "root":{"id":"f1","type":"Elsa.Flowchart","version":1,"name":"Flowchart1"}}
            """)!;
        var saved = await client.SavedAsync(model);
        var opened = await client.OpenAsync((string)saved["definitionId"]!);

        Assert.Equal("Workflow 1", (string)opened["name"]!);
        Assert.Equal(1, (int)opened["version"]!);
        Assert.NotNull(opened["variables"]?.AsArray());
        Assert.NotNull(opened["options"]?.AsObject());
    }

    [Fact]
    public async Task A_save_that_does_not_know_the_newest_text_is_refused_and_both_texts_are_kept()
    {
        var (mine, theirs) = (_host.Client("window-a"), _host.Client("window-b"));
        var seenByBoth = await mine.SavedAsync((await mine.OpenAsync("judge-election")).Described("draft"));
        await theirs.SavedAsync(((await theirs.OpenAsync("judge-election"))).Described("theirs"));

        using var answer = await mine.SaveAsync(seenByBoth.Described("mine"));
        var refusal = await Talk.RefusalAsync(answer);

        Assert.Contains("was saved in another window", refusal, StringComparison.Ordinal);
        Assert.Equal("theirs", (string)(await mine.OpenAsync("judge-election"))["description"]!);
        var place = refusal.Split("kept at ")[1].Split(". ")[0];
        var kept = JsonNode.Parse(await mine.GetStringAsync(place))!;
        Assert.Equal("mine", (string)kept["description"]!);
    }

    [Fact]
    public async Task The_next_save_of_the_same_window_need_not_wait_for_the_answer_to_the_last_one()
    {
        var client = _host.Client();
        var opened = await client.OpenAsync("judge-election");
        await client.SavedAsync(opened.Described("one"));
        var second = await client.SavedAsync(opened.Described("two"));

        Assert.Equal("two", (string)second["description"]!);
        Assert.Equal(2, (int)second["version"]!);
    }

    [Fact]
    public async Task Saves_of_one_window_that_overlap_make_one_draft()
    {
        var client = _host.Client();
        var opened = await client.OpenAsync("judge-election");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(n => client.SavedAsync(opened.Described($"save {n}"))));

        Assert.Equal([2, 1], (await _host.Store.VersionsAsync("judge-election")).Select(v => v.Version));
    }

    [Fact]
    public async Task A_save_that_empties_the_drawing_is_refused()
    {
        var client = _host.Client();
        var opened = await client.OpenAsync("judge-election");
        opened["root"]!["activities"] = new JsonArray();
        using var answer = await client.SaveAsync(opened);

        Assert.Contains("the drawing is empty", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
        Assert.Single(await _host.Store.VersionsAsync("judge-election"));
    }

    [Fact]
    public async Task A_text_that_would_empty_the_drawing_is_kept()
    {
        var client = _host.Client();
        var opened = await client.OpenAsync("judge-election");
        opened["root"]!["activities"] = new JsonArray();
        using var answer = await client.SaveAsync(opened.Described("emptied"));

        var place = (await Talk.RefusalAsync(answer)).Split("kept at ")[1].TrimEnd('.');
        Assert.Equal("emptied", (string)JsonNode.Parse(await client.GetStringAsync(place))!["description"]!);
    }

    [Fact]
    public async Task A_refusal_says_who_saved_in_between()
    {
        var (mine, theirs) = (_host.Client("window-a"), _host.Client("window-b"));
        theirs.DefaultRequestHeaders.Add("Cookie", "procedures-clerk=Anna%20Alder");
        var seen = await mine.SavedAsync((await mine.OpenAsync("judge-election")).Described("draft"));
        await theirs.SavedAsync((await theirs.OpenAsync("judge-election")).Described("theirs"));

        using var answer = await mine.SaveAsync(seen.Described("mine"));

        Assert.Contains("by Anna Alder", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_once_more_what_was_just_published_makes_no_draft()
    {
        var client = _host.Client();
        var published =
            await client.SavedAsync((await client.OpenAsync("judge-election")).Described("one"), publish: true);
        var again = await client.SavedAsync(published);

        Assert.Equal((string)published["id"]!, (string)again["id"]!);
        Assert.True((bool)again["isPublished"]!);
        Assert.DoesNotContain(await _host.Store.VersionsAsync("judge-election"), v => !v.IsPublished && v.Version > 1);
        Assert.Equal(3, (int)(await client.SavedAsync(again.Described("two")))["version"]!);
    }

    [Fact]
    public async Task Every_text_that_was_saved_is_kept()
    {
        var client = _host.Client();
        var first = await client.SavedAsync((await client.OpenAsync("judge-election")).Described("one"));
        await client.SavedAsync(first.Described("two"), publish: true);

        var kept = (await _host.Store.RevisionsAsync("judge-election", Storage.PageRequest.First)).Items;
        Assert.Equal(
            [(2, Storage.RevisionKind.Published), (2, Storage.RevisionKind.Saved), (1, Storage.RevisionKind.Published)],
            kept.Select(r => (r.Version, r.Kind)));
        var one = (await _host.Store.FindRevisionAsync(kept[1].Number))!;
        Assert.Equal("one", (string)JsonNode.Parse(one.Document)!["description"]!);
    }

    [Fact]
    public async Task What_is_published_is_not_changed_whatever_id_a_text_claims()
    {
        var client = _host.Client();
        var published = await _host.Store.FindVersionAsync("judge-election-v1");
        var model = (await client.OpenAsync("judge-election")).Described("forged");
        model["id"] = "judge-election-v1";
        model["version"] = 1;
        model["isPublished"] = false;
        await client.SendAsync("/workflow-definitions/import", model);

        Assert.Equal(published! with { IsLatest = false }, await _host.Store.FindVersionAsync("judge-election-v1"));
        Assert.Equal(2, (await _host.Store.VersionsAsync("judge-election")).Length);
    }

    [Fact]
    public async Task An_activity_of_an_unknown_type_goes_out_as_a_placeholder_and_comes_back_as_it_was()
    {
        var client = _host.Client();
        var model = await client.OpenAsync("assembly-ballot");
        var strange = (JsonObject)JsonNode.Parse("""{"id":"s1","type":"Acme.Unknown","version":3,"secret":{"a":[1,2]}}""")!;
        model["root"]!["activities"]!.AsArray().Add(strange);
        var saved = await client.SavedAsync(model);
        var shown = saved["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "s1")!;
        await client.SavedAsync(saved.Described("again"));

        Assert.Equal("Elsa.NotFoundActivity", (string)shown["type"]!);
        var stored = await _host.Store.FindDefinitionAsync("assembly-ballot", Storage.VersionChoice.Latest);
        var back = JsonNode.Parse(stored!.Document)!["root"]!["activities"]!.AsArray()
            .Single(a => (string)a!["id"]! == "s1")!;
        Assert.Equal("Acme.Unknown", (string)back["type"]!);
        Assert.Equal("""{"a":[1,2]}""", back["secret"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"model":null}""", "No definition was sent.")]
    [InlineData("""[1]""", "The body is no JSON object.")]
    [InlineData("""{"publish":true""", "The body is no JSON: ")]
    public async Task What_is_no_definition_is_refused(string body, string refusal)
    {
        using var answer = await _host.Client().PostAsync(
            "/elsa/api/workflow-definitions", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.StartsWith(refusal, await Talk.RefusalAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_make_the_browser_save()
    {
        var client = _host.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        using var answer = await client.SaveAsync([]);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
