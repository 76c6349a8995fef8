using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Only_one_version_is_the_latest_and_only_one_is_published()
    {
        await SaveAsync(1, isPublished: true);
        await SaveAsync(2, isPublished: false);

        Assert.Equal(2, (await Store.FindDefinitionAsync("d", VersionChoice.Latest))!.Version);
        Assert.Equal(1, (await Store.FindDefinitionAsync("d", VersionChoice.Published))!.Version);

        await SaveAsync(2, isPublished: true);
        Assert.Equal(2, (await Store.FindDefinitionAsync("d", VersionChoice.Published))!.Version);
        Assert.Equal([true, false], (await Store.VersionsAsync("d")).Select(v => v.IsPublished));
        Assert.Equal([2, 1], (await Store.VersionsAsync("d")).Select(v => v.Version));
    }

    [Fact]
    public async Task A_version_comes_back_exactly_as_it_was_saved()
    {
        await SaveAsync(1, isPublished: false);

        var saved = await Store.FindVersionAsync("d-v1");

        Assert.Equal("""{ "spaces":   1 }""", saved!.Document);
        Assert.Equal(saved, await Store.FindDefinitionAsync("d", VersionChoice.Number(1)));
        Assert.Equal(saved.Document, await Store.FindDefinitionDocumentAsync("hash1"));
        Assert.Null(await Store.FindDefinitionAsync("d", VersionChoice.Number(2)));
    }

    [Fact]
    public async Task A_retracted_definition_is_published_no_more_and_still_there()
    {
        await SaveAsync(1, isPublished: true);

        Assert.True(await Store.RetractAsync("d"));
        Assert.False(await Store.RetractAsync("d"));
        Assert.Null(await Store.FindDefinitionAsync("d", VersionChoice.Published));
        Assert.Empty(await Store.DefinitionsAsync(publishedOnly: true));
        Assert.Single(await Store.DefinitionsAsync());
    }

    [Fact]
    public async Task When_the_latest_version_is_removed_the_one_before_becomes_the_latest()
    {
        await SaveAsync(1, isPublished: true);
        await SaveAsync(2, isPublished: false);

        Assert.True(await Store.RemoveVersionAsync("d-v2"));
        Assert.Equal(1, (await Store.FindDefinitionAsync("d", VersionChoice.Latest))!.Version);
        Assert.Null(await Store.FindVersionAsync("d-v2"));
        Assert.True(await Store.RemoveDefinitionAsync("d"));
        Assert.Empty(await Store.DefinitionsAsync());
    }

    private Task SaveAsync(int version, bool isPublished) => Store.SaveDefinitionAsync(new StoredDefinition
    {
        Id = $"d-v{version}", DefinitionId = "d", Version = version, Name = "Definition", Hash = $"hash{version}",
        IsLatest = true, IsPublished = isPublished, CreatedAt = Moves.Start, SavedAt = Moves.Start.AddMinutes(version),
        Document = """{ "spaces":   1 }""",
    });
}
