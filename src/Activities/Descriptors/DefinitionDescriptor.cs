using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Activities.Descriptors;

/// <summary>The descriptor of a definition that is used as an activity, as Elsa's designer expects it.</summary>
public static partial class DefinitionDescriptor
{
    private const string UsualCategory = "Workflows";

    /// <summary>
    /// The type name under which the designer knows it: the definition's name without gaps, in Pascal case.
    /// </summary>
    public static string TypeNameOf(Definition definition) =>
        Gap().Replace(definition.Name, match => match.Groups[1].Value.ToUpperInvariant());

    /// <summary>The descriptor of one version.</summary>
    /// <param name="versionId">The id of the version that is described, with its number.</param>
    /// <param name="published">The published version, which the designer offers; null when there is none.</param>
    public static JsonObject Write(
        Definition definition, (string Id, int Version) versionId, (string Id, int Version)? published,
        Language language)
    {
        var declaration = DeclarationOf(definition, versionId.Version) with { IsBrowsable = published == versionId };
        var json = DescriptorJson.Write(declaration, language);
        json["customProperties"] = new JsonObject
        {
            ["RootType"] = "WorkflowDefinitionActivity", ["WorkflowDefinitionVersionId"] = versionId.Id,
        };
        // The designer copies these into each activity that is dragged.
        json["constructionProperties"] = new JsonObject
        {
            ["WorkflowDefinitionId"] = definition.DefinitionId, ["WorkflowDefinitionVersionId"] = versionId.Id,
            ["LatestAvailablePublishedVersion"] = published?.Version ?? 0,
            ["LatestAvailablePublishedVersionId"] = published?.Id ?? "",
        };
        return json;
    }

    private static ActivityDeclaration DeclarationOf(Definition definition, int version) => new(
        TypeNameOf(definition), Bilingual.Same(CategoryOf(definition)),
        (definition.Name, definition.CustomProperties["nameFr"].AsText ?? definition.Name),
        (definition.Description ?? "", definition.CustomProperties["descriptionFr"].AsText ?? definition.Description
            ?? ""))
    {
        Version = version,
        Inputs =
        [
            .. definition.Inputs.Select(i => new InputDeclaration(
                i.Name, i.IsArray ? i.TypeName + "[]" : i.TypeName, Shown(i.DisplayName, i.Name),
                Bilingual.Same(i.Description)) { Hint = i.UiHint, Default = i.Default }),
        ],
        Outputs =
        [
            .. definition.Outputs.Select(o => new OutputDeclaration(
                o.Name, o.IsArray ? o.TypeName + "[]" : o.TypeName, Shown(o.DisplayName, o.Name),
                Bilingual.Same(o.Description))),
        ],
        Ports = [.. definition.Outcomes.Select(o => new PortDeclaration(o, Bilingual.Same(o)))],
    };

    private static Bilingual Shown(string displayName, string name) =>
        Bilingual.Same(displayName.Length > 0 ? displayName : name);

    private static string CategoryOf(Definition definition) =>
        definition.Document.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty("activityCategory", out var category) && category.ValueKind == JsonValueKind.String
        && category.GetString() is { Length: > 0 } named ? named : UsualCategory;

    [GeneratedRegex("(?:[ _-]+|^)([a-zA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
