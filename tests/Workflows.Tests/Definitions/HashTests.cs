using System.Text.Json.Nodes;

namespace Procedures.Definitions;

public class HashTests
{
    [Fact]
    public void Moving_activities_on_the_canvas_keeps_the_hash() =>
        Assert.Equal(Plain, Changed(json =>
        {
            foreach (var activity in Activities(json)) activity!["metadata"]!["designer"]!["position"]!["x"] = 1;
            foreach (var connection in Connections(json)) connection!["vertices"] = new JsonArray();
        }));

    [Fact]
    public void The_order_of_connections_and_of_members_does_not_matter() =>
        Assert.Equal(Plain, Changed(json =>
        {
            var connections = Connections(json);
            var first = connections[0];
            connections.RemoveAt(0);
            connections.Add(first);
            var options = json["options"];
            json.Remove("options");
            json["options"] = options;
        }));

    [Fact]
    public void Version_bookkeeping_and_node_ids_do_not_matter() =>
        Assert.Equal(Plain, Changed(json =>
        {
            (json["id"], json["version"], json["isLatest"], json["isPublished"]) = ("x", 7, false, true);
            (json["createdAt"], json["toolVersion"], json["links"]) = ("2027-01-01", null, new JsonArray());
            json.Remove("$schema");
            Activities(json)[0]!.AsObject().Remove("nodeId");
        }));

    [Fact]
    public void What_Studio_adds_to_an_empty_workflow_means_nothing()
    {
        var before = Corpus.Text("studio-empty");
        var json = JsonNode.Parse(before)!.AsObject();
        (json["root"]!["activities"], json["root"]!["connections"]) = (new JsonArray(), new JsonArray());
        (json["root"]!["metadata"], json["root"]!["customProperties"]) = (new JsonObject(), new JsonObject());
        Assert.Equal(HashOf(before), HashOf(json.ToJsonString()));
    }

    public static TheoryData<string> Changes =>
    [
        "name", "label", "input", "port", "target", "variable", "legal source", "order of activities", "unknown member",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_behaviour_or_texts_depend_on_changes_the_hash(string change) =>
        Assert.NotEqual(Plain, Changed(json =>
        {
            var activities = Activities(json);
            switch (change)
            {
                case "name": json["name"] = "Another"; break;
                case "label": activities[0]!["metadata"]!["displayText"] = "Another"; break;
                case "input": activities[2]!["timeSpan"]!["expression"]!["value"] = "16.00:00:00"; break;
                case "port": Connections(json)[1]!["source"]!["port"] = "True"; break;
                case "target": Connections(json)[1]!["target"]!["activity"] = "77aa"; break;
                case "variable": json["variables"] = JsonNode.Parse("""[{"id":"v","name":"v"}]"""); break;
                case "legal source": activities[2]!["customProperties"]!["legalSource"] = "Article 23"; break;
                case "unknown member": activities[2]!["future"] = 1; break;
                default:
                    var last = activities[4];
                    activities.RemoveAt(4);
                    activities.Insert(0, last);
                    break;
            }
        }));

    [Fact]
    public void A_hash_is_sixty_four_lower_case_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{64}$", Plain);

    private static string Plain => HashOf(Corpus.Text("election"));

    private static string Changed(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Corpus.Text("election"))!.AsObject();
        change(json);
        return HashOf(json.ToJsonString());
    }

    private static string HashOf(string json) => FakeCatalog.Reader.Read(json).Definition!.Hash;

    private static JsonArray Activities(JsonObject json) => json["root"]!["activities"]!.AsArray();

    private static JsonArray Connections(JsonObject json) => json["root"]!["connections"]!.AsArray();
}
