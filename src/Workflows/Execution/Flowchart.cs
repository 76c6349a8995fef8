using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>A graph of activities. How branches merge depends on the definition's mode.</summary>
public sealed class Flowchart : ActivityType
{
    private const string StartKey = "start";

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Flowchart", ("Flow", "Déroulement"), ("Flowchart", "Organigramme"),
        ("A graph of activities and the arrows between them.", "Un graphe d'activités et de flèches."))
    {
        IsContainer = true, IsBrowsable = false,
    };

    public override void Start(Activation activation)
    {
        if (StartOf(activation.Node, activation.TriggerActivityId) is not { } start)
        {
            activation.Complete();
            return;
        }
        activation.Memory = activation.Memory.With(StartKey, Value.Of(start.Id));
        activation.Schedule(start);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes)
    {
        if (child.Type.Declaration.IsTerminal)
        {
            activation.Complete(outcomes);
            return;
        }
        var graph = GraphOf(activation);
        if (activation.Definition.Mode == FlowchartMode.TokenBased)
            new TokenFlow(activation, graph).Completed(child, outcomes);
        else
            new CounterFlow(activation, graph).Completed(child, outcomes);
        CompleteWhenAtRest(activation);
    }

    public override void ChildCancelled(Activation activation, Activation child)
    {
        var graph = GraphOf(activation);
        if (activation.Definition.Mode == FlowchartMode.TokenBased)
            new TokenFlow(activation, graph).Cancelled(child);
        else
            new CounterFlow(activation, graph).Cancelled(child);
        CompleteWhenAtRest(activation);
    }

    private static void CompleteWhenAtRest(Activation activation)
    {
        if (activation.Status != ActivationStatus.Running || activation.HasPendingWork) return;
        if (activation.Children.Any(c => c.Status == ActivationStatus.Faulted)) return;
        activation.Complete();
    }

    private static FlowGraph GraphOf(Activation activation) =>
        FlowGraph.Of(activation.Node, activation.Memory[StartKey].AsText ?? "");

    /// <summary>
    /// The trigger, the named start, a Start activity, a marked one, one without inbound arrows, the first.
    /// </summary>
    internal static ActivityNode? StartOf(ActivityNode flowchart, string? trigger = null) =>
        (trigger is null ? null : flowchart.Child(trigger))
            ?? (flowchart.StartId is null ? null : flowchart.Child(flowchart.StartId))
            ?? flowchart.Children.FirstOrDefault(c => c.Type == "Elsa.Start")
            ?? flowchart.Children.FirstOrDefault(c => c.CanStartWorkflow)
            ?? flowchart.Children.FirstOrDefault(c =>
                flowchart.Connections.All(connection => connection.Target != c.Id))
            ?? flowchart.Children.FirstOrDefault();
}
