using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities.Descriptors;

/// <summary>Activity descriptors as Elsa Studio's designer reads them, written from the declarations alone.</summary>
public static class DescriptorJson
{
    /// <summary>The answer to Studio's question for all activities: {"items": […], "count": n}.</summary>
    /// <param name="more">Descriptors of definitions that are used as activities.</param>
    public static string WriteAll(ActivityCatalog catalog, Language language, params IEnumerable<JsonObject> more)
    {
        var items = new JsonArray([.. catalog.Types.Select(t => Write(t.Declaration, language)).Concat(more)]);
        return new JsonObject { ["items"] = items, ["count"] = items.Count }.ToJsonString(Plain);
    }

    /// <summary>One descriptor, with texts in one language.</summary>
    public static JsonObject Write(ActivityDeclaration declaration, Language language) => new()
    {
        ["typeName"] = declaration.TypeName,
        ["namespace"] = declaration.Namespace,
        ["name"] = declaration.Name,
        ["version"] = declaration.Version,
        ["category"] = declaration.Category.In(language),
        ["displayName"] = declaration.DisplayName.In(language),
        ["description"] = declaration.Description.In(language),
        ["inputs"] =
            new JsonArray([.. declaration.Inputs.Select((i, n) => (JsonNode)Input(declaration, i, n, language))]),
        ["outputs"] = new JsonArray([.. declaration.Outputs.Select((o, n) => (JsonNode)Output(o, n, language))]),
        ["kind"] = declaration.Kind.ToString(),
        ["ports"] = new JsonArray([.. declaration.Ports.Select(p => (JsonNode)Port(p, language))]),
        ["customProperties"] = new JsonObject(),
        ["constructionProperties"] = NewActivity(declaration),
        ["isContainer"] = declaration.IsContainer,
        ["isBrowsable"] = declaration.IsBrowsable,
        ["isStart"] = declaration.IsStart,
        ["isTerminal"] = declaration.IsTerminal,
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = ReadableJson.Writer.Encoder };

    private static JsonObject Input(ActivityDeclaration owner, InputDeclaration input, int order,
        Language language) => new()
    {
        ["isWrapped"] = input.IsWrapped,
        ["uiHint"] = input.Hint,
        ["category"] = null,
        ["defaultValue"] = input.Default.IsNothing ? null : JsonNode.Parse(ValueJson.ToJson(input.Default)),
        ["defaultSyntax"] = input.DefaultSyntax,
        ["isReadOnly"] = false,
        ["isSensitive"] = false,
        ["storageDriverType"] = null,
        ["uiSpecifications"] = EditorJson.Write(owner, input, language),
        ["name"] = input.Name,
        ["typeName"] = input.TypeName,
        ["displayName"] = input.DisplayName.In(language),
        ["description"] = input.Description.In(language),
        ["order"] = order,
        ["isBrowsable"] = input.IsBrowsable,
        ["isSerializable"] = true,
        ["isSynthetic"] = false,
        ["autoEvaluate"] = input.IsEvaluatedAtStart,
    };

    // Studio draws the ports of such an activity from what is written in it, so a new one must name its outcomes.
    private static JsonObject NewActivity(ActivityDeclaration declaration)
    {
        var written = new JsonObject();
        foreach (var input in declaration.Inputs)
            if (input.Hint == UiHint.DynamicOutcomes && !input.Default.IsNothing)
                written[input.Member] = new JsonObject
                {
                    ["typeName"] = input.TypeName,
                    ["expression"] = new JsonObject
                    {
                        ["type"] = input.DefaultSyntax, ["value"] = ValueJson.ToJson(input.Default),
                    },
                };
        return written;
    }

    private static JsonObject Output(OutputDeclaration output, int order, Language language) => new()
    {
        ["name"] = output.Name,
        ["typeName"] = output.TypeName,
        ["displayName"] = output.DisplayName.In(language),
        ["description"] = output.Description.In(language),
        ["order"] = order,
        ["isBrowsable"] = true,
        ["isSerializable"] = null,
        ["isSynthetic"] = false,
    };

    private static JsonObject Port(PortDeclaration port, Language language) => new()
    {
        ["name"] = port.Name,
        ["displayName"] = port.DisplayName.In(language),
        ["type"] = port.IsEmbedded ? "Embedded" : "Flow",
        ["isBrowsable"] = true,
    };
}
