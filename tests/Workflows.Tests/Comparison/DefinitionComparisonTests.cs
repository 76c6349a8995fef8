using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Comparison;

/// <summary>What changed between two texts of a definition is said in words, in both languages.</summary>
public sealed class DefinitionComparisonTests
{
    private static readonly ActivityCatalog Catalog = new([.. ElsaActivities.All, .. InstitutionActivities.All]);

    [Fact]
    public void A_text_does_not_differ_from_itself() => Assert.Empty(Changes(_ => { }));

    [Fact]
    public void An_input_is_named_as_in_the_designer_with_the_old_and_the_new_value() => Assert.Equal(
        ["“Wait” – Time span: was “21.00:00:00”, now “28.00:00:00”."],
        English(json => Activity(json, 0)["timeSpan"]!["expression"]!["value"] = "28.00:00:00"));

    [Fact]
    public void Whether_a_value_is_wrapped_anew_without_changing_says_nothing() => Assert.Empty(Changes(json =>
        Activity(json, 0)["timeSpan"] = JsonNode.Parse(
            """{"typeName":"TimeSpan","expression":{"type":"Literal","value":"21.00:00:00"},"memoryReference":null}""")));

    [Fact]
    public void Activities_that_come_and_go_take_their_arrows_along() => Assert.Equal(
        ["“Last” was removed.", "“New” was added.", "The arrow “Done” from “Wait” to “New” was added."],
        English(json =>
        {
            json["root"]!["activities"]!.AsArray().RemoveAt(1);
            json["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
                """{"id":"n","type":"Elsa.End","version":1,"metadata":{"displayText":"New"}}"""));
            json["root"]!["connections"] = JsonNode.Parse(
                """[{"source":{"activity":"w","port":"Done"},"target":{"activity":"n","port":"In"}}]""");
        }));

    [Fact]
    public void Labels_sources_variables_and_the_name_are_told() => Assert.Equal(
        [
            "The definition – name: was “Play”, now “Other play”.", "The variable “Vote” was added.",
            "“Wait” is now called “Waiting”.", "“Waiting” – legal source: now “Article 22”.",
        ],
        English(json =>
        {
            json["name"] = "Other play";
            json["variables"] = JsonNode.Parse("""[{"id":"v","name":"Vote","typeName":"String"}]""");
            Activity(json, 0)["metadata"]!["displayText"] = "Waiting";
            Activity(json, 0)["customProperties"] = JsonNode.Parse("""{"legalSource":"Article 22"}""");
        }));

    [Fact]
    public void What_only_moves_on_the_canvas_is_one_change() => Assert.Equal(
        [(ChangeKind.Moved, "Une activité a été déplacée sur le dessin.")],
        Changes(json => Activity(json, 0)["metadata"]!["designer"] = JsonNode.Parse("""{"position":{"x":1,"y":2}}"""))
            .Select(c => (c.Kind, c.Sentence.French)));

    [Fact]
    public void The_French_label_may_stand_where_the_designer_keeps_it() => Assert.StartsWith("« Fin »",
        Changes(json => json["root"]!["activities"]!.AsArray().RemoveAt(1))[0].Sentence.French,
        StringComparison.Ordinal);

    [Fact]
    public void French_uses_the_French_label() => Assert.Equal(
        ["« Attendre » – Durée : « 21.00:00:00 » devient « 1.00:00:00 »."],
        Changes(json => Activity(json, 0)["timeSpan"]!["expression"]!["value"] = "1.00:00:00")
            .Select(c => c.Sentence.French));

    private static JsonNode Activity(JsonNode json, int index) => json["root"]!["activities"]!.AsArray()[index]!;

    private static IEnumerable<string> English(Action<JsonNode> change) =>
        Changes(change).Select(c => c.Sentence.English);

    private static Change[] Changes(Action<JsonNode> change)
    {
        var after = JsonNode.Parse(Play)!;
        change(after);
        return [.. new DefinitionComparison(Catalog).Between(Read(Play), Read(after.ToJsonString()))];
    }

    private static Definition Read(string json) => new DefinitionReader(Catalog).Read(json).Definition!;

    private const string Play = """
        {"id":"v1","definitionId":"play","version":1,"name":"Play","root":{"id":"f","type":"Elsa.Flowchart","version":1,
         "activities":[
          {"id":"w","type":"Elsa.Delay","version":1,"metadata":{"displayText":"Wait","displayTextFr":"Attendre"},
           "timeSpan":{"typeName":null,"expression":{"type":"Literal","value":"21.00:00:00"}}},
          {"id":"e","type":"Elsa.End","version":1,"metadata":{"displayText":"Last"},
           "customProperties":{"displayTextFr":"Fin"}}],
         "connections":[{"source":{"activity":"w","port":"Done"},"target":{"activity":"e","port":"In"}}]}}
        """;
}
