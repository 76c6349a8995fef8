using Procedures.Definitions;
using Procedures.Definitions.Format;

namespace Procedures.Soundness;

/// <summary>From every activity some way leads to an end; otherwise the procedure could never be completed.</summary>
internal static class EndRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from flowchart in subject.Flowcharts
        let ways = new Ways(flowchart)
        let reached = ways.From(Subject.StartsOf(flowchart))
        let ending = ways.To(flowchart.Children.Where(c => IsEnd(subject, flowchart, c)).Select(c => c.Id))
        from node in flowchart.Children
        where reached.Contains(node.Id) && !ending.Contains(node.Id)
        select Subject.At(node, FindingSeverity.Error, (
            $"No way leads from “{node.Title.English}” to an end of the procedure.",
            $"Aucun chemin ne mène de « {node.Title.French} » à une fin de la procédure."));

    private static bool IsEnd(Subject subject, ActivityNode flowchart, ActivityNode node)
    {
        if (subject.DeclarationOf(node) is not { } declaration) return true;
        if (declaration.IsTerminal || Vocabulary.AtAnyTime.Contains(node.Type)) return true;
        var left = flowchart.Connections.Where(c => c.Source == node.Id).Select(c => c.Port).ToHashSet();
        return left.Count == 0 || SourcePorts.Of(node, declaration) is not { } ports || !ports.IsSubsetOf(left);
    }
}
