using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Drawings;

namespace Procedures.Commands;

public sealed class ArrangeCommandTests : IDisposable
{
    private static readonly ActivityCatalog Catalog =
        new([.. ElsaActivities.All, .. InstitutionActivities.All]);

    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    // Small ones, because the search takes its time.
    [Theory]
    [InlineData("cpt-lots")]
    [InlineData("cpt-lengths")]
    public async Task A_delivered_drawing_is_the_one_that_the_command_makes(string id)
    {
        var delivered = Delivered(id);
        _terminal.Write("a.json", delivered);
        Assert.Equal(0, await _terminal.RunAsync("arrange", "a.json"));
        Assert.Equal(delivered, await File.ReadAllTextAsync(_terminal.PathOf("a.json")));
        Assert.Matches("^a.json: [0-9]+ activities, [0-9]+ arrows, [0-9]+ crossings, 0 upon one another$",
            _terminal.Lines[^1]);
    }

    // Studio sets outcomes along the side in the order of the definition; what is delivered was looked at there.
    [Fact]
    public void The_order_of_outcomes_is_Studio_s()
    {
        foreach (var file in Directory.EnumerateFiles(_terminal.Workflows, "*.json"))
        {
            var json = JsonNode.Parse(File.ReadAllText(file))!;
            if (json is not JsonObject || json["root"] is null) continue;
            var (sheet, problems) = new SheetReader(Catalog).Read(new DefinitionReader(Catalog)
                .Read(json.ToJsonString()).Definition!);
            Assert.Empty(problems);
            foreach (var (arrow, connection) in sheet!.Arrows.Zip(json["root"]!["connections"]!.AsArray()))
                if (connection!["vertices"]!.AsArray() is { Count: > 0 } corners)
                    Assert.Equal((arrow, sheet.Box(arrow.Source).OutcomeY(arrow.Outcome)),
                        (arrow, (int)corners[0]!["y"]!));
        }
    }

    [Fact]
    public async Task What_was_moved_by_hand_goes_back_to_the_grid_and_the_content_stays_the_same()
    {
        var json = JsonNode.Parse(Delivered("cpt-lots"))!;
        var place = json["root"]!["activities"]![1]!["metadata"]!["designer"]!["position"]!;
        (place["x"], place["y"]) = ((double)place["x"]! + 37.5, (double)place["y"]! - 21);
        foreach (var arrow in json["root"]!["connections"]!.AsArray()) arrow!.AsObject().Remove("vertices");
        _terminal.Write("a.json", json.ToJsonString());

        Assert.Equal(0, await _terminal.RunAsync("arrange", "a.json"));

        var drawn = await File.ReadAllTextAsync(_terminal.PathOf("a.json"));
        Assert.Equal(Delivered("cpt-lots"), drawn);
        Assert.Equal(HashOf(json.ToJsonString()), HashOf(drawn));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var json = JsonNode.Parse(Delivered("cpt-lots"))!;
        json["root"]!["connections"]![0]!["vertices"] = new JsonArray(new JsonObject { ["x"] = 1, ["y"] = 2 });
        _terminal.Write("a.json", json.ToJsonString());
        Assert.Equal(0, await _terminal.RunAsync("arrange", "a.json", "--dry"));
        Assert.Equal(json.ToJsonString(), await File.ReadAllTextAsync(_terminal.PathOf("a.json")));
    }

    [Fact]
    public async Task Two_activities_in_one_place_are_named_and_nothing_is_written()
    {
        var json = JsonNode.Parse(Delivered("cpt-lots"))!;
        var activities = json["root"]!["activities"]!.AsArray();
        var first = activities[0]!["metadata"]!["designer"]!["position"]!;
        activities[1]!["metadata"]!["designer"]!["position"] = first.DeepClone();
        _terminal.Write("a.json", json.ToJsonString());
        Assert.Equal(2, await _terminal.RunAsync("arrange", "a.json", "--language", "fr"));
        Assert.StartsWith($"a.json : {activities[0]!["id"]}, {activities[1]!["id"]} occupent une même place",
            _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(json.ToJsonString(), await File.ReadAllTextAsync(_terminal.PathOf("a.json")));
    }

    [Fact]
    public async Task A_file_that_is_nowhere_is_said_to_be_nowhere()
    {
        Assert.Equal(2, await _terminal.RunAsync("arrange", "nowhere.json"));
        Assert.Equal("nowhere.json does not exist.", _terminal.Error.Trim());
    }

    private string Delivered(string id) => File.ReadAllText(Path.Combine(_terminal.Workflows, $"{id}.json"));

    private static string HashOf(string json) => new DefinitionReader(Catalog).Read(json).Definition!.Hash;
}
