using Procedures.Definitions;
using Procedures.Definitions.Format;

namespace Procedures.Soundness;

/// <summary>Every outcome of an act of the Organisation leads somewhere.</summary>
internal static class OutcomeRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from flowchart in subject.Flowcharts
        from node in flowchart.Children.Where(Subject.IsOfInstitution)
        let declaration = subject.DeclarationOf(node)
        where declaration is { IsTerminal: false }
        from port in (SourcePorts.Of(node, declaration) ?? new HashSet<string>()).Order(StringComparer.Ordinal)
        where port is not (ExpiryRule.Expired or ExpiryRule.Lapsed)
            && !flowchart.Connections.Any(c => c.Source == node.Id && c.Port == port)
        select Subject.At(node, FindingSeverity.Warning, (
            $"Nothing follows the outcome “{port}” of “{Subject.TitleOf(node)}”.",
            $"Rien ne suit l'issue « {port} » de « {Subject.TitleOf(node)} »."));
}
