using Procedures.Definitions;

namespace Procedures.Pages;

/// <summary>What a definition says of itself in both languages; French stands in its custom properties.</summary>
public static class DefinitionText
{
    public static Bilingual Name(Definition definition) =>
        (definition.Name, definition.CustomProperties["nameFr"].AsText is { Length: > 0 } french ? french
            : definition.Name);

    public static Bilingual Description(Definition definition)
    {
        var english = definition.Description ?? "";
        return (english, definition.CustomProperties["descriptionFr"].AsText is { Length: > 0 } french ? french
            : english);
    }

    public static Bilingual LegalSource(Definition definition)
    {
        var english = definition.CustomProperties["legalSource"].AsText ?? "";
        return (english, definition.CustomProperties["legalSourceFr"].AsText ?? english);
    }

    /// <summary>The version of the rules that the definition follows: P1/2023-01.</summary>
    public static string RuleSet(Definition definition) => definition.CustomProperties["ruleSet"].AsText ?? "";

    /// <summary>Whether the definition is made to be opened by other procedures (custom property part).</summary>
    public static bool IsPart(Definition definition) =>
        Expressions.Plain.Truth(definition.CustomProperties["part"]);

    /// <summary>The stages of the file in the order in which the definition draws them.</summary>
    public static IReadOnlyList<Bilingual> Stages(Definition definition) =>
    [
        .. definition.Nodes
            .Select(node => (English: Literal(node, "stage"), French: Literal(node, "stageFr")))
            .Where(stage => stage.English.Length > 0)
            .DistinctBy(stage => stage.English)
            .Select(stage => new Bilingual(stage.English, stage.French.Length > 0 ? stage.French : stage.English)),
    ];

    /// <summary>True when the step's content is only for those who take part in it.</summary>
    public static bool IsConfidential(Definition definition, string? activityId) =>
        activityId is not null && definition.Find(activityId) is { } node
        && node.Inputs.GetValueOrDefault("confidential")?.Literal is { } mark && Expressions.Plain.Truth(mark);

    private static string Literal(ActivityNode node, string input) =>
        node.Inputs.GetValueOrDefault(input)?.Literal.AsText ?? "";
}
