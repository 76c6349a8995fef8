using System.Text.Json.Nodes;

namespace Procedures.Definitions;

public class FindingTests
{
    /// <summary>
    /// From mistakes.txt: a change to one file of the corpus, the finding that must follow, and perhaps its French.
    /// </summary>
    public static TheoryData<string, string, string> Changes
    {
        get
        {
            var changes = new TheoryData<string, string, string>();
            foreach (var block in Corpus.Mistakes.Split("\n\n"))
            {
                var lines = block.Trim().Split('\n');
                changes.Add(lines[0], lines[1], lines.Length > 2 ? lines[2] : "");
            }
            return changes;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_mistake_is_found_at_its_place(string change, string finding, string french)
    {
        var words = change.Split(' ', 4);
        var reading = FakeCatalog.Reader.Read(JsonPlace.Set(Corpus.Text(words[0]), words[1], words[3]));
        Assert.Contains(finding, reading.Findings.Select(f => f.ToString()));
        Assert.NotNull(reading.Definition);
        if (french.Length > 0) Assert.Contains(french, reading.Findings.Select(f => f.Message.French));
    }

    [Fact]
    public void A_script_that_does_not_parse_is_an_error_and_its_input_carries_the_reason()
    {
        var json = JsonPlace.Set(Corpus.Text("election"), "$.root.activities[1].condition.expression.value", "\"1 +\"");
        var reading = FakeCatalog.Reader.Read(json);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingSeverity.Error, "$.root.activities[1].condition"), (finding.Severity, finding.Place));
        Assert.StartsWith("Line 1, column ", finding.Message.English, StringComparison.Ordinal);
        Assert.StartsWith("Ligne 1, colonne ", finding.Message.French, StringComparison.Ordinal);
        var binding = reading.Definition!.Find("ab12")!.Inputs["condition"];
        Assert.Null(binding.Script);
        Assert.NotNull(binding.SyntaxError);
    }

    [Fact]
    public void A_script_that_is_a_statement_refuses_the_definition()
    {
        var json = JsonPlace.Set(
            Corpus.Text("election"), "$.root.activities[1].condition.expression.value", "\"return true\"");
        var reading = FakeCatalog.Reader.Read(json);
        Assert.True(reading.IsRefused);
        Assert.Equal(FindingSeverity.Refused, Assert.Single(reading.Findings).Severity);
        Assert.Equal("ab12", reading.Findings[0].ActivityId);
    }

    [Fact]
    public void An_expression_that_is_not_run_here_stops_a_run_instead_of_taking_the_default()
    {
        var json = JsonPlace.Set(
            Corpus.Text("election"), "$.root.activities[1].condition.expression.type", "\"Python\"");
        var binding = FakeCatalog.Reader.Read(json).Definition!.Find("ab12")!.Inputs["condition"];
        Assert.Contains("Python", binding.SyntaxError!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_of_two_members_counts_and_the_first_is_found()
    {
        var reading = FakeCatalog.Reader.Read(
            """{"name":"A","definitionId":"d","name":"B","root":{"id":"r","type":"Elsa.End"}}""");
        Assert.Equal("B", reading.Definition!.Name);
        Assert.Equal("$.name", Assert.Single(reading.Findings).Place);
        Assert.DoesNotContain("\"A\"", DefinitionWriter.Write(reading.Definition), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_from_an_end_is_never_taken()
    {
        var json = JsonNode.Parse(Corpus.Text("old-connections"))!;
        json["root"]!["connections"]!.AsArray().Add(
            JsonNode.Parse("""{"source":{"activity":"c"},"target":{"activity":"a"}}"""));
        var finding = Assert.Single(FakeCatalog.Reader.Read(json.ToJsonString()).Findings);
        Assert.Equal("Nothing follows this activity: the connection is never taken.", finding.Message.English);
    }

    [Fact]
    public void A_type_that_is_not_known_keeps_its_inputs_and_activities_in_view()
    {
        const string json = """
            {"name":"n","definitionId":"d","root":{"id":"r","type":"Acme.Box",
             "title":{"expression":{"type":"Literal","value":"t"}},
             "lid":{"id":"l","type":"Elsa.End"},"result":{"memoryReference":{"id":"v"}},
             "activities":[{"id":"e","type":"Elsa.End"}]}}
            """;
        var reading = FakeCatalog.Reader.Read(json);
        Assert.Equal(
            "error $.root.type (r): The activity type “Acme.Box” is not known.",
            Assert.Single(reading.Findings).ToString());
        var root = reading.Definition!.Root;
        Assert.Equal("t", root.Inputs["title"].Literal.AsText);
        Assert.Equal(("l", "e", "v"), (root.Ports["lid"].Id, root.Children[0].Id, root.Outputs["result"].Target));
    }
}
