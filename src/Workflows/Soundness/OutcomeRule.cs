using Procedures.Definitions;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>
/// Every outcome of an act of the Organisation leads somewhere, or the drawing says why it ends there.
/// </summary>
internal static class OutcomeRule
{
    /// <summary>The custom property that says, for each outcome that ends on purpose, why: {"Left": "…"}.</summary>
    public const string EndsHere = "endsHere";

    public static IEnumerable<Finding> Find(Subject subject) => Loose(subject).Concat(Contradicted(subject));

    private static IEnumerable<Finding> Loose(Subject subject) =>
        from flowchart in subject.Flowcharts
        from node in flowchart.Children.Where(Subject.IsOfInstitution)
        let declaration = subject.DeclarationOf(node)
        where declaration is { IsTerminal: false }
        from port in (SourcePorts.Of(node, declaration) ?? new HashSet<string>()).Order(StringComparer.Ordinal)
        where port is not (ExpiryRule.Expired or ExpiryRule.Lapsed)
            && !IsFollowed(flowchart, node, port)
            && string.IsNullOrWhiteSpace(Reasons(node)[port].AsText)
        select Subject.At(node, FindingSeverity.Warning, (
            $"Nothing follows the outcome “{port}” of “{node.Title.English}”.",
            $"Rien ne suit l'issue « {port} » de « {node.Title.French} »."));

    // A reason that speaks of nothing, or of what does go on, hides the next mistake: it is a finding itself.
    private static IEnumerable<Finding> Contradicted(Subject subject) =>
        from flowchart in subject.Flowcharts
        from node in flowchart.Children
        where Reasons(node).Members.Any()
        let ports = subject.DeclarationOf(node) is { } declaration ? SourcePorts.Of(node, declaration) : null
        from reason in Reasons(node).Members
        where ports?.Contains(reason.Key) == false || IsFollowed(flowchart, node, reason.Key)
            || string.IsNullOrWhiteSpace(reason.Value.AsText)
        select Subject.At(node, FindingSeverity.Warning, (
            $"“{node.Title.English}” says that “{reason.Key}” ends there, but the outcome goes on, does not exist or "
            + "has no reason.",
            $"« {node.Title.French} » indique que « {reason.Key} » s'arrête là, mais l'issue se poursuit, n'existe pas "
            + "ou est sans motif."));

    private static bool IsFollowed(ActivityNode flowchart, ActivityNode node, string port) =>
        flowchart.Connections.Any(c => c.Source == node.Id && c.Port == port);

    private static Value.Map Reasons(ActivityNode node) =>
        node.CustomProperties[EndsHere] as Value.Map ?? Value.Map.Empty;
}
