using System.Text.Json.Nodes;

namespace Procedures.Definitions;

public class FindingTests
{
    /// <summary>A change to one file of the corpus, and the one finding that must follow.</summary>
    public static TheoryData<string, string, string, string, string> Changes => new()
    {
        { "election", "$.root.activities[2].id", "null", "error $.root.activities[2]: The activity has no id.", "" },
        { "election", "$.root.activities[3].id", "\"cd34\"", "error $.root.activities[3].id (cd34): The id cd34 stands "
            + "twice: at $.root.activities[2] and at $.root.activities[3].", "" },
        { "fork", "$.root.branches[0].type", "\"Elsa.WritLine\"", "error $.root.branches[0].type (left): The activity "
            + "type “Elsa.WritLine” is not known. Did you mean Elsa.WriteLine?", "" },
        { "fork", "$.root.branches[0].version", "2", "error $.root.branches[0].version (left): The activity type "
            + "Elsa.WriteLine has no version 2; it has 1.", "" },
        { "fork", "$.root.branches[0].version", "\"1\"", "error $.root.branches[0].version (left): Here must stand a "
            + "number, but a text was found.", "" },
        { "fork", "$.root.branches[0].version", "1e99", "error $.root.branches[0].version (left): “version” must be a "
            + "whole number above zero, but is 1e99.", "" },
        { "election", "$.root.connections[1].target.activity", "\"gone\"", "error $.root.connections[1].target (gone): "
            + "The connection leads to the activity “gone”, which is not in this flowchart.", "" },
        { "old-connections", "$.root.connections[1].source", "\"gone\"", "error $.root.connections[1].source (gone): "
            + "The connection leaves the activity “gone”, which is not in this flowchart.", "" },
        { "election", "$.root.connections[1].source.port", "\"Perhaps\"", "warning $.root.connections[1].source (ab12): "
            + "The activity has no outcome “Perhaps”: the connection is never taken. It has: False, True.", "" },
        { "switches", "$.root.connections[3].source.port", "\"Senate\"", "warning $.root.connections[3].source (fork): "
            + "The activity has no outcome “Senate”: the connection is never taken. It has: Assembly, "
            + "Committee of Ministers, Done.", "" },
        { "election", "$.root.connections[1].source", "{}", "error $.root.connections[1].source: The connection does "
            + "not say its source activity.", "" },
        { "election", "$.root.activities[1].condition.expression.type", "\"Liquid\"", "error "
            + "$.root.activities[1].condition (ab12): Liquid expressions are not run here: no code of the host may stand "
            + "in a definition. Use JavaScript.", "" },
        { "election", "$.root.activities[1].condition.expression.type", "\"Lua\"", "error $.root.activities[1].condition "
            + "(ab12): The expression type Lua is not known. Known are Literal, Object, Variable, Input, JavaScript.", "" },
        { "election", "$.root.activities[2].timeSpan.expression.value", "\"15 days\"", "error "
            + "$.root.activities[2].timeSpan (cd34): “15 days” is not a length of time such as 15.00:00:00 "
            + "(days.hours:minutes:seconds).", "« 15 days » n’est pas une durée telle que 15.00:00:00 "
            + "(jours.heures:minutes:secondes)." },
        { "election", "$.root.activities[2].timeSpan", "\"15.00:00:00\"", "error $.root.activities[2].timeSpan (cd34): "
            + "Here must stand an object, but a text was found.", "Ici doit figurer un objet, mais la valeur trouvée est "
            + "un texte." },
        { "election", "$.root.activities[0].supportedMethods.expression.value", "\"[1\"", "error "
            + "$.root.activities[0].supportedMethods (1c8ae0b1cc06383b): The text of this Object expression cannot be "
            + "read: The JSON ends too early, at line 1, column 3: it is not complete.", "" },
        { "election", "$.root.activities", "{}", "error $.root.activities (flowchart1): Here must stand a list, but an "
            + "object was found.", "" },
        { "election", "$.root.activities[4].customProperties", "[]", "error $.root.activities[4].customProperties "
            + "(77aa): Here must stand an object, but a list was found.", "" },
        { "token-based", "$.root.activities[0].customProperties.mergeMode", "\"Zip\"", "error "
            + "$.root.activities[0].customProperties.mergeMode (s): \"Zip\" is not one of None, Stream, Merge, Converge, "
            + "Cascade, Race.", "" },
        { "token-based", "$.root.start", "\"gone\"", "error $.root.start (flowchart1): The start “gone” is not among "
            + "the activities.", "" },
        { "variables", "$.variables[1].value", "\"many\"", "error $.variables[1].value: “many” is not a whole number "
            + "from -2147483648 to 2147483647.", "" },
        { "variables", "$.variables[6].value", "\"20/05/2026 00:00:00\"", "error $.variables[6].value: “20/05/2026 "
            + "00:00:00” is not a date such as 2026-05-20T00:00:00.", "" },
        { "variables", "$.variables[1].id", "\"v1\"", "error $.variables[1].id: Another variable has the same id “v1”.", "" },
        { "inputs-outputs", "$.inputs[1].name", "\"BillNumber\"", "error $.inputs[1].name: The name “BillNumber” stands "
            + "twice.", "" },
        { "inputs-outputs", "$.outcomes[1]", "5", "error $.outcomes[1]: Here must stand a text, but a number was found.", "" },
        { "inputs-outputs", "$.options.incidentStrategyType", "\"Shrug\"", "warning $.options.incidentStrategyType: The "
            + "incident strategy “Shrug” is not known; Fault applies.", "" },
        { "inputs-outputs", "$.toolVersion", "3.8", "error $.toolVersion: Here must stand a text, but a number was found.", "" },
        { "inputs-outputs", "$.name", "null", "warning $.name: The definition has no name.", "La définition n’a pas de "
            + "« name »." },
        { "switches", "$.root.activities[0].cases[1].label", "null", "error $.root.activities[0].cases[1].label (fs): The "
            + "case has no label.", "" },
        { "fork", "$.root.branches[0].tekst", """{"expression":{"type":"Literal","value":"x"}}""", "warning "
            + "$.root.branches[0].tekst (left): Elsa.WriteLine has no input “tekst”; it is kept, but does nothing. Did you "
            + "mean text?", "Elsa.WriteLine n’a pas d’entrée « tekst » ; elle est conservée, mais reste sans effet. "
            + "Vouliez-vous dire text ?" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_mistake_is_found_at_its_place(string file, string place, string value, string finding, string french)
    {
        var reading = FakeCatalog.Reader.Read(JsonPlace.Set(Corpus.Text(file), place, value));
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
        var json = JsonPlace.Set(Corpus.Text("election"), "$.root.activities[1].condition.expression.type", "\"Python\"");
        var binding = FakeCatalog.Reader.Read(json).Definition!.Find("ab12")!.Inputs["condition"];
        Assert.Contains("Python", binding.SyntaxError!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_of_two_members_counts_and_the_first_is_found()
    {
        var reading = FakeCatalog.Reader.Read("""{"name":"A","definitionId":"d","name":"B","root":{"id":"r","type":"Elsa.End"}}""");
        Assert.Equal("B", reading.Definition!.Name);
        Assert.Equal("$.name", Assert.Single(reading.Findings).Place);
        Assert.DoesNotContain("\"A\"", DefinitionWriter.Write(reading.Definition), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_from_an_end_is_never_taken()
    {
        var json = JsonNode.Parse(Corpus.Text("old-connections"))!;
        json["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""{"source":{"activity":"c"},"target":{"activity":"a"}}"""));
        var finding = Assert.Single(FakeCatalog.Reader.Read(json.ToJsonString()).Findings);
        Assert.Equal("Nothing follows this activity: the connection is never taken.", finding.Message.English);
    }

    [Fact]
    public void A_type_that_is_not_known_keeps_its_inputs_and_activities_in_view()
    {
        const string json = """
            {"name":"n","definitionId":"d","root":{"id":"r","type":"Acme.Box","title":{"expression":{"type":"Literal","value":"t"}},
             "lid":{"id":"l","type":"Elsa.End"},"result":{"memoryReference":{"id":"v"}},"activities":[{"id":"e","type":"Elsa.End"}]}}
            """;
        var reading = FakeCatalog.Reader.Read(json);
        Assert.Equal("error $.root.type (r): The activity type “Acme.Box” is not known.", Assert.Single(reading.Findings).ToString());
        var root = reading.Definition!.Root;
        Assert.Equal("t", root.Inputs["title"].Literal.AsText);
        Assert.Equal(("l", "e", "v"), (root.Ports["lid"].Id, root.Children[0].Id, root.Outputs["result"].Target));
    }
}
