using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>A newer program brings better drawings of what it has delivered before.</summary>
public sealed class RenewedDrawingsTests : IDisposable
{
    private const string Id = "cpt-lots";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procedures-drawings-");
    private string Workflows => Path.Combine(_folder.FullName, "workflows");

    public RenewedDrawingsTests()
    {
        var delivered = Commands.InstitutionFolder.Find(AppContext.BaseDirectory)!;
        foreach (var file in Directory.EnumerateFiles(delivered, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Workflows, Path.GetRelativePath(delivered, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_says_the_same_brings_its_drawing_and_no_new_version()
    {
        var before = await TakenInAsync();
        var json = MoveFirst(d => { });
        var after = await TakenInAsync();
        Assert.Equal(json, after.Document);
        Assert.Equal((before.Id, before.Hash, before.Version, true, true),
            (after.Id, after.Hash, after.Version, after.IsLatest, after.IsPublished));
        Assert.True(after.SavedAt > before.SavedAt);
    }

    [Fact]
    public async Task A_file_that_says_something_else_under_the_same_version_is_left_aside()
    {
        var before = await TakenInAsync();
        MoveFirst(d => d["name"] = "Another name");
        Assert.Equal(before.Document, (await TakenInAsync()).Document);
    }

    [Fact]
    public async Task What_somebody_has_saved_in_the_designer_stands()
    {
        var before = await TakenInAsync(async store =>
        {
            var stored = (await store.FindDefinitionAsync(Id, VersionChoice.Latest))!;
            await store.SaveDefinitionAsync(stored, new Author("Clara Cedar", "window-a"), []);
        });
        MoveFirst(d => { });
        Assert.Equal(before.Document, (await TakenInAsync()).Document);
    }

    // Moves the first activity in the file, and changes what else is wanted.
    private string MoveFirst(Action<JsonNode> change)
    {
        var path = Path.Combine(Workflows, $"{Id}.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        json["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"] = -540;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
        return json.ToJsonString();
    }

    // What stands on the shelf after a start.
    private async Task<StoredDefinition> TakenInAsync(Func<IProcedureStore, Task>? then = null)
    {
        await using var app = WebProgram.Build(["--urls=http://127.0.0.1:0", "--samples=false",
            $"--data={Path.Combine(_folder.FullName, "data")}", $"--workflows={Workflows}"]);
        await app.StartAsync();
        await app.Services.GetRequiredService<StartWork>().Done;
        var store = app.Services.GetRequiredService<IProcedureStore>();
        if (then is not null) await then(store);
        return (await store.FindDefinitionAsync(Id, VersionChoice.Latest))!;
    }
}
