using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    private static readonly Author Anna = new("Anna Alder", "window-a");

    [Fact]
    public async Task Every_save_is_kept_with_who_made_it_and_what_it_replaced()
    {
        await DraftAsync("one", minute: 1);
        await DraftAsync("two", minute: 2);
        await ReopenAsync();

        var page = await Store.RevisionsAsync("d", PageRequest.First);

        Assert.Equal(2, page.Total);
        var (newest, oldest) = (page.Items[0], page.Items[1]);
        Assert.Equal(Anna, newest.Author);
        Assert.Equal(oldest.SavedAt, newest.ReplacedAt);
        Assert.Null(oldest.ReplacedAt);
        Assert.Equal("two", (await Store.FindRevisionAsync(newest.Number))!.Document);
        Assert.Equal("one", (await Store.RevisionBeforeAsync(newest))!.Document);
        Assert.Null(await Store.RevisionBeforeAsync(oldest));
    }

    [Fact]
    public async Task A_text_that_was_refused_is_kept_and_is_never_what_a_save_replaced()
    {
        await DraftAsync("one", minute: 1);
        var saved = (await Store.RevisionsAsync("d", PageRequest.First)).Items[0];
        var number = await Store.KeepRevisionAsync(
            saved with { Kind = RevisionKind.Conflict, SavedAt = Moves.Start.AddMinutes(2) }, "é, refused");
        await DraftAsync("three", minute: 3);

        Assert.Equal("é, refused", (await Store.FindRevisionAsync(number))!.Document);
        var newest = (await Store.RevisionsAsync("d", PageRequest.First)).Items[0];
        Assert.Equal("one", (await Store.RevisionBeforeAsync(newest))!.Document);
    }

    [Fact]
    public async Task Old_texts_go_and_those_that_were_published_stay()
    {
        await DraftAsync("one", minute: 1);
        await DraftAsync("published", minute: 2, isPublished: true);
        await DraftAsync("next draft", minute: 3, version: 2);

        Assert.Equal(0, await Store.PruneRevisionsAsync(Moves.Start, 10));
        Assert.Equal(1, await Store.PruneRevisionsAsync(Moves.Start.AddMinutes(3), 10));
        Assert.Equal(["next draft", "published"], await TextsAsync());
        Assert.Equal(1, await Store.PruneRevisionsAsync(Moves.Start.AddMinutes(30), 10));
        Assert.Equal(["published"], await TextsAsync());
        Assert.Equal("next draft", (await Store.FindDefinitionAsync("d", VersionChoice.Latest))!.Document);
    }

    [Fact]
    public async Task What_is_published_under_an_id_cannot_be_changed()
    {
        await DraftAsync("published", minute: 1, isPublished: true);

        await Assert.ThrowsAsync<InvalidOperationException>(() => DraftAsync("changed", minute: 2));

        Assert.Equal("published", (await Store.FindVersionAsync("d-v1"))!.Document);
        Assert.Equal(["published"], await TextsAsync());
    }

    [Fact]
    public async Task A_version_that_was_taken_off_the_shelf_can_still_be_opened_by_those_who_use_it()
    {
        await DraftAsync("published", minute: 1, isPublished: true);
        await Store.RemoveDefinitionAsync("d");

        Assert.Null(await Store.FindVersionAsync("d-v1"));
        Assert.Equal("published", (await Store.FindAnyVersionAsync("d-v1"))!.Document);
    }

    private async Task<string[]> TextsAsync()
    {
        var texts = new List<string>();
        foreach (var revision in (await Store.RevisionsAsync("d", PageRequest.First)).Items)
            texts.Add((await Store.FindRevisionAsync(revision.Number))!.Document);
        return [.. texts];
    }

    private Task DraftAsync(string text, int minute, bool isPublished = false, int version = 1) =>
        Store.SaveDefinitionAsync(
            new StoredDefinition
            {
                Id = $"d-v{version}", DefinitionId = "d", Version = version, Name = "Definition",
                    Hash = $"hash of {text}",
                IsLatest = true, IsPublished = isPublished, CreatedAt = Moves.Start,
                SavedAt = Moves.Start.AddMinutes(minute), Document = text,
            },
            Anna, []);
}
