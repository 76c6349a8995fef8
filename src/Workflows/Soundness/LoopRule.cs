using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Soundness;

/// <summary>
/// In a counter-based flowchart an arrow may lead back only to an activity that every way to its own source passes.
/// </summary>
internal static class LoopRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        if (subject.Definition.Mode != FlowchartMode.CounterBased) yield break;
        foreach (var flowchart in subject.Flowcharts)
            foreach (var start in Subject.StartsOf(flowchart))
                foreach (var finding in Find(flowchart, start))
                    yield return finding;
    }

    private static IEnumerable<Finding> Find(ActivityNode flowchart, string start)
    {
        var graph = FlowGraph.Of(flowchart, start);
        var reached = new Ways(flowchart).From([start]);
        return
            from connection in flowchart.Connections
            where reached.Contains(connection.Source) && graph.IsBackward(connection) && !graph.IsValidLoop(connection)
            let source = flowchart.Child(connection.Source)
            let target = flowchart.Child(connection.Target)
            where source is not null && target is not null
            select Subject.At(source, FindingSeverity.Error, (
                $"The arrow {connection.Port} leads back to “{target.Title.English}”, but some way from the start to "
                + $"“{source.Title.English}” does not pass there: the procedure would fail.",
                $"La flèche {connection.Port} revient à « {target.Title.French} », mais un chemin du départ à "
                + $"« {source.Title.French} » n'y passe pas : la procédure échouerait."));
    }
}
