using System.Text.Json.Nodes;
using Procedures.Catalog;

namespace Procedures.Activities.Descriptors;

/// <summary>What Studio's editor of one input needs to know: the choices of a list, the language of a script.</summary>
/// <remarks>Studio looks the members up by exactly these spellings.</remarks>
internal static class EditorJson
{
    public static JsonObject? Write(
        ActivityDeclaration owner, InputDeclaration input, Language language) => input.Hint switch
    {
        UiHint.Dropdown => List("dropdown", "selectList", new JsonObject
        {
            ["items"] = Items(input, language, isCheckList: false), ["isFlagsEnum"] = false, ["sortItems"] = false,
        }),
        UiHint.RadioList => List("radiolist", "radioList", new JsonObject
        {
            ["items"] = Items(input, language, isCheckList: false), ["isFlagsEnum"] = false,
        }),
        UiHint.CheckList => List("checklist", "checkList", new JsonObject
        {
            ["items"] = Items(input, language, isCheckList: true), ["isFlagsEnum"] = false,
        }),
        UiHint.CodeEditor => new JsonObject
        {
            ["code-editor"] = new JsonObject
            {
                ["language"] = "javascript", ["editorHeight"] = "Large", ["singleLineMode"] = false,
            },
        },
        UiHint.DynamicOutcomes => FixedOutcomes(owner),
        _ => null,
    };

    private static JsonObject List(string editor, string list, JsonObject content) =>
        new() { [editor] = new JsonObject { [list] = content } };

    private static JsonArray Items(InputDeclaration input, Language language, bool isCheckList)
    {
        var items = new JsonArray();
        foreach (var choice in input.Choices)
        {
            var item = new JsonObject { ["text"] = choice.Text.In(language), ["value"] = choice.Value };
            if (isCheckList) item["isChecked"] = false;
            items.Add(item);
        }
        return items;
    }

    // Studio ignores the declared ports of such an activity; those that it always has are named here.
    private static JsonObject? FixedOutcomes(ActivityDeclaration owner)
    {
        var outcomes = owner.Ports.Where(p => !p.IsEmbedded).Select(p => (JsonNode)p.Name).ToArray();
        if (outcomes.Length == 0) return null;
        return new JsonObject
        {
            ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = new JsonArray(outcomes) },
        };
    }
}
