using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Activities.Descriptors;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.Descriptors;

public sealed class PlaceholdersTests
{
    private static JsonObject Fax() => Chart.Activity("Acme.Fax", "fax", ("number", In.Text("1")),
        ("metadata", JsonNode.Parse("""{"displayText":"Send a fax","designer":{"position":{"x":1,"y":2}}}""")),
        ("body", Chart.WriteLine("inside", "x")));

    private static JsonObject Drawn()
    {
        var inner = new Chart("inner").Add("Acme.Fax", "deep").Root();
        var root = new Chart().Line("a").Add("Elsa.FlowNode", "n", ("body", inner)).Path("a", "n").Root();
        root["activities"]!.AsArray().Add((JsonNode)Fax());
        return root;
    }

    [Fact]
    public void An_unknown_type_goes_out_as_a_placeholder_wherever_it_stands()
    {
        var hidden = Placeholders.Hide(Drawn(), ElsaActivities.Catalog);
        var fax = hidden["activities"]!.AsArray().Single(a => (string?)a!["id"] == "fax")!;
        Assert.Equal(("Elsa.NotFoundActivity", "Acme.Fax", "Not Found: Acme.Fax"),
            ((string?)fax["type"], (string?)fax["missingTypeName"], (string?)fax["metadata"]!["displayText"]));
        Assert.Equal("Elsa.NotFoundActivity", (string?)hidden["activities"]![1]!["body"]!["activities"]![0]!["type"]);
    }

    [Fact]
    public void What_comes_back_is_what_went_out()
    {
        var drawn = Drawn();
        var back = Placeholders.Restore(Placeholders.Hide(drawn, ElsaActivities.Catalog));
        Assert.True(JsonNode.DeepEquals(drawn, back), back.ToJsonString());
    }

    [Fact]
    public void A_placeholder_that_was_moved_comes_back_at_its_new_place()
    {
        var hidden = Placeholders.Hide(Drawn(), ElsaActivities.Catalog);
        var fax = hidden["activities"]!.AsArray().Single(a => (string?)a!["id"] == "fax")!;
        fax["metadata"]!["designer"]!["position"]!["x"] = 77;
        var back = Placeholders.Restore(hidden)["activities"]!.AsArray().Single(a => (string?)a!["id"] == "fax")!;
        Assert.Equal((77, "Send a fax"),
            ((int)back["metadata"]!["designer"]!["position"]!["x"]!, (string?)back["metadata"]!["displayText"]));
    }

    [Fact]
    public void A_definition_of_known_types_is_left_as_it_is()
    {
        var root = new Chart().Line("a").Wait("b").Path("a", "b").Root();
        Assert.True(JsonNode.DeepEquals(root, Placeholders.Hide(root, ElsaActivities.Catalog)));
    }
}
