using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Who must act before a procedure goes on although it asks nobody itself: another procedure asks.</summary>
/// <param name="Body">The code of the body.</param>
public sealed record AwaitedAct(string Body, Bilingual Title)
{
    /// <summary>The custom property of a node that says so: {"body": "SG", "title": "…", "titleFr": "…"}.</summary>
    public const string Property = "awaits";

    /// <summary>What a wait keeps of that property; nothing when the node has none.</summary>
    public static Value.Map DataOf(ActivityNode node) =>
        node.CustomProperties[Property] is Value.Map awaits ? Value.MapOf((Property, awaits)) : Value.Map.Empty;

    /// <summary>The act for which that wait waits; null when its node does not say.</summary>
    public static AwaitedAct? Of(Wait wait) =>
        wait.Data[Property] is Value.Map awaits && awaits["body"].AsText is { Length: > 0 } body
            && awaits["title"].AsText is { } title
            ? new AwaitedAct(body, (title, awaits["titleFr"].AsText ?? title))
            : null;
}
