using System.Text.Json.Nodes;

namespace Procedures.Definitions;

public class RoundTripTests
{
    [Theory]
    [MemberData(nameof(Corpus.Each), MemberType = typeof(Corpus))]
    public void A_definition_read_and_written_again_means_the_same(string name)
    {
        var definition = Corpus.Read(name);
        var again = FakeCatalog.Reader.Read(DefinitionWriter.Write(definition)).Definition!;
        Assert.Equal(definition.Hash, again.Hash);
        Assert.Equal(definition.Nodes.Select(n => n.NodeId), again.Nodes.Select(n => n.NodeId));
    }

    [Theory]
    [MemberData(nameof(Corpus.Each), MemberType = typeof(Corpus))]
    public void Every_member_is_kept_and_only_node_ids_are_added(string name)
    {
        var before = JsonNode.Parse(Corpus.Text(name))!;
        var after = JsonNode.Parse(DefinitionWriter.Write(Corpus.Read(name)))!;
        before.AsObject().Remove("links");
        WithoutNodeIds(before);
        WithoutNodeIds(after);
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Theory]
    [MemberData(nameof(Corpus.Each), MemberType = typeof(Corpus))]
    public void Writing_twice_gives_the_same_text(string name)
    {
        var once = DefinitionWriter.Write(Corpus.Read(name), export: true, indented: true);
        var twice = DefinitionWriter.Write(FakeCatalog.Reader.Read(once).Definition!, export: true, indented: true);
        Assert.Equal(once, twice);
    }

    [Fact]
    public void Every_activity_is_served_with_its_node_id()
    {
        var text = DefinitionWriter.Write(Corpus.Read("studio-empty"));
        Assert.Equal("Workflow1:8c1d4f0a2be37715", (string?)JsonNode.Parse(text)!["root"]!["nodeId"]);
    }

    [Fact]
    public void A_wrong_node_id_is_replaced()
    {
        var wrong = Corpus.Text("loops").Replace("Workflow1:sequence1:if1:w1", "elsewhere", StringComparison.Ordinal);
        var text = DefinitionWriter.Write(FakeCatalog.Reader.Read(wrong).Definition!);
        Assert.Contains("\"nodeId\":\"Workflow1:sequence1:if1:w1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_begins_with_the_schema_that_Studio_asks_for() =>
        Assert.StartsWith(
            $"{{\"$schema\":\"{DefinitionWriter.Schema}\"",
            DefinitionWriter.Write(Corpus.Read("studio-empty"), export: true), StringComparison.Ordinal);

    [Fact]
    public void The_normal_form_has_iso_dates_and_todays_connections()
    {
        var dates = DefinitionWriter.Normalise(Corpus.Read("picker"));
        Assert.Contains("\"value\":\"2026-05-20T00:00:00\"", dates, StringComparison.Ordinal);
        Assert.DoesNotContain("5/20/2026", dates, StringComparison.Ordinal);
        var connections = DefinitionWriter.Normalise(Corpus.Read("old-connections"));
        Assert.Contains(
            """{"source":{"activity":"b","port":"True"},"target":{"activity":"c","port":"In"}}""", connections,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_normal_form_gives_an_id_to_an_activity_without_one()
    {
        var reading = FakeCatalog.Reader.Read(
            """{"root":{"type":"Elsa.Sequence","activities":[{"type":"Elsa.End"}]}}""");
        var normal = FakeCatalog.Reader.Read(DefinitionWriter.Normalise(reading.Definition!));
        Assert.Equal(["activity1", "activity2"], normal.Definition!.Nodes.Select(n => n.Id));
        Assert.False(normal.HasErrors);
    }

    [Fact]
    public void Another_version_has_the_same_meaning_and_its_own_numbers()
    {
        var first = Corpus.Read("election");
        var second = DefinitionWriter.Renumber(first, "new", first.DefinitionId, 2, isLatest: true, isPublished: true);
        var read = FakeCatalog.Reader.Read(DefinitionWriter.Write(second)).Definition!;
        Assert.Equal(("new", 2, true, true), (read.Id, read.Version, read.IsLatest, read.IsPublished));
        Assert.Equal(first.Hash, read.Hash);
        Assert.Equal(second.Hash, read.Hash);
    }

    private static void WithoutNodeIds(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            json.Remove("nodeId");
            foreach (var (_, member) in json) WithoutNodeIds(member);
        }
        else if (node is JsonArray list)
            foreach (var item in list) WithoutNodeIds(item);
    }
}
