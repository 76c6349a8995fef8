using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>No activity of a flowchart lies where no way from its start leads.</summary>
internal static class ReachabilityRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from flowchart in subject.Flowcharts
        let reached = new Ways(flowchart).From(Subject.StartsOf(flowchart))
        from node in flowchart.Children
        where !reached.Contains(node.Id)
        select Subject.At(node, FindingSeverity.Error, (
            $"No way leads from the start to “{node.Title.English}”.",
            $"Aucun chemin ne mène du départ à « {node.Title.French} »."));
}
