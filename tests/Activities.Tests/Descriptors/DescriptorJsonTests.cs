using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Activities.Descriptors;
using Procedures.Catalog;

namespace Procedures.Tests.Descriptors;

public sealed class DescriptorJsonTests
{
    private static JsonObject Describe(string type, Language language = Language.English) =>
        DescriptorJson.Write(ElsaActivities.Catalog.Find(type)!.Declaration, language);

    private static JsonNode? Input(string type, string name, Language language = Language.English) =>
        Describe(type, language)["inputs"]!.AsArray().Single(i => (string?)i!["name"] == name);

    [Fact]
    public void A_descriptor_has_the_members_that_Studio_reads()
    {
        var expected = JsonNode.Parse("""
            {
              "typeName": "Elsa.FlowDecision", "namespace": "Elsa", "name": "FlowDecision", "version": 1,
              "category": "Branching", "displayName": "Decision", "description": "Takes one of two branches.",
              "inputs": [{
                "isWrapped": true, "uiHint": "singleline", "category": null, "defaultValue": false,
                "defaultSyntax": "JavaScript", "isReadOnly": false, "isSensitive": false, "storageDriverType": null,
                "uiSpecifications": null, "name": "Condition", "typeName": "Boolean", "displayName": "Condition",
                "description": "The condition to examine.", "order": 0, "isBrowsable": true, "isSerializable": true,
                "isSynthetic": false, "autoEvaluate": true
              }],
              "outputs": [], "kind": "Action",
              "ports": [
                { "name": "True", "displayName": "True", "type": "Flow", "isBrowsable": true },
                { "name": "False", "displayName": "False", "type": "Flow", "isBrowsable": true }
              ],
              "customProperties": {}, "constructionProperties": {}, "isContainer": false, "isBrowsable": true,
              "isStart": false, "isTerminal": false
            }
            """);
        Assert.Equal(expected!.ToJsonString(), Describe("Elsa.FlowDecision").ToJsonString());
    }

    [Fact]
    public void A_new_task_has_its_outcomes_before_anybody_has_touched_it()
    {
        var declaration =
            InstitutionActivities.All.Single(t => t.Declaration.TypeName == "Procedures.Task").Declaration;
        var properties = DescriptorJson.Write(declaration, Language.English)["constructionProperties"]!;
        Assert.Equal(
            """{"outcomes":{"typeName":"String[]","expression":{"type":"Object","value":"[\u0022Done\u0022]"}}}""",
            properties.ToJsonString());
    }

    [Fact]
    public void Every_activity_with_outcomes_of_its_own_choosing_is_drawn_with_those_that_it_has_by_default()
    {
        foreach (var declaration in ElsaActivities.All.Concat(InstitutionActivities.All).Select(t => t.Declaration))
        {
            var dynamic = declaration.Inputs
                .Where(i => i.Hint == UiHint.DynamicOutcomes
                    && i.Default is Expressions.Value.List { Items.IsEmpty: false })
                .Select(i => i.Member);
            var properties = DescriptorJson.Write(declaration, Language.French)["constructionProperties"]!.AsObject();
            Assert.Equal(dynamic, properties.Select(p => p.Key));
        }
    }

    [Fact]
    public void The_lists_choices_stand_where_Studio_looks_for_them()
    {
        var list = Input("Elsa.FlowJoin", "Mode")!["uiSpecifications"]!["dropdown"]!["selectList"]!;
        Assert.Equal(["WaitAny", "WaitAll", "WaitAllActive"], list["items"]!.AsArray()
            .Select(i => (string?)i!["value"]));
        Assert.Equal((false, false), ((bool)list["isFlagsEnum"]!, (bool)list["sortItems"]!));
    }

    [Theory]
    [InlineData(UiHint.RadioList, "radiolist", "radioList")]
    [InlineData(UiHint.CheckList, "checklist", "checkList")]
    public void Other_lists_have_names_of_their_own(string hint, string editor, string list)
    {
        var declaration = new ActivityDeclaration("A.B", Bilingual.Empty, Bilingual.Empty, Bilingual.Empty)
        {
            Inputs = [new("X", "String", Bilingual.Empty, Bilingual.Empty) { Hint = hint,
                Choices = [new("v", ("Vote", "Vote"))] }],
        };
        var items = DescriptorJson.Write(declaration,
            Language.English)["inputs"]![0]!["uiSpecifications"]![editor]![list]!["items"]!;
        Assert.Equal(("Vote", "v"), ((string?)items[0]!["text"], (string?)items[0]!["value"]));
    }

    [Fact]
    public void An_activity_with_outcomes_of_its_own_names_the_fixed_ones()
    {
        var declaration = new ActivityDeclaration("A.B", Bilingual.Empty, Bilingual.Empty, Bilingual.Empty)
        {
            Inputs = [new("Outcomes", "String[]", Bilingual.Empty, Bilingual.Empty) { Hint = UiHint.DynamicOutcomes }],
            Ports = [new("Expired", ("Expired", "Échu"))],
        };
        Assert.Equal("Expired", (string?)DescriptorJson.Write(declaration, Language.English)
            ["inputs"]![0]!["uiSpecifications"]!["DynamicOutcomesOptions"]!["fixedOutcomes"]![0]);
    }

    [Fact]
    public void Texts_come_in_the_language_that_is_asked_for()
    {
        Assert.Equal(("Décision", "Branchement"),
            ((string?)Describe("Elsa.FlowDecision", Language.French)["displayName"],
                (string?)Describe("Elsa.FlowDecision", Language.French)["category"]));
        Assert.Equal("Attendre toutes les branches", (string?)Input("Elsa.FlowJoin", "Mode", Language.French)!
            ["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]![1]!["text"]);
    }

    [Fact]
    public void Embedded_ports_and_unwrapped_inputs_are_marked()
    {
        Assert.Equal(["Embedded", "Embedded"], Describe("Elsa.If")["ports"]!.AsArray()
            .Select(p => (string?)p!["type"]));
        Assert.False((bool)Input("Elsa.SetVariable", "Variable")!["isWrapped"]!);
        Assert.False((bool)Input("Elsa.While", "Condition")!["autoEvaluate"]!);
    }

    [Fact]
    public void The_answer_holds_every_type_once_and_counts_them()
    {
        using var answer = JsonDocument.Parse(DescriptorJson.WriteAll(ElsaActivities.Catalog, Language.French));
        var items = answer.RootElement.GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("typeName").GetString()).ToArray();
        Assert.Equal(items.Length, answer.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(ElsaActivities.All.Length, items.Distinct().Count());
    }

    [Fact]
    public void Every_type_says_in_both_languages_what_it_is()
    {
        foreach (var declaration in ElsaActivities.All.Select(t => t.Declaration))
        {
            Bilingual[] texts = [declaration.DisplayName, declaration.Category, declaration.Description,
                .. declaration.Ports.Select(p => p.DisplayName)];
            Assert.All(texts, t => Assert.True(t.English.Length > 0 && t.French.Length > 0, declaration.TypeName));
            Assert.True(declaration.Inputs.Select(i => i.Member).Distinct()
                .Count() == declaration.Inputs.Length, declaration.TypeName);
        }
    }
}
