using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// Elsa's counter-based flowchart: several arrows into one activity are a join, and dead paths are passed on.
/// </summary>
/// <remarks>
/// Every outbound arrow of a completed activity is visited, and followed when its port came out. A target runs when
/// all its forward arrows have been visited in this round and at least one was followed; it is skipped, and the skip
/// passed on, when none was. Loops go around the counters.
/// </remarks>
internal sealed class CounterFlow(Activation flowchart, FlowGraph graph)
{
    private const string Backward = "backward";
    private readonly FlowCounters _counters = FlowCounters.Read(flowchart);

    public void Completed(Activation child, Outcomes outcomes)
    {
        Leave(child.Node.Id, outcomes, isLoop: child.Memory.Has(Backward));
        _counters.Write(flowchart);
    }

    public void Cancelled(Activation child)
    {
        Leave(child.Node.Id, Outcomes.None, isLoop: false);
        _counters.Write(flowchart);
    }

    private void Leave(string activity, Outcomes outcomes, bool isLoop)
    {
        if (graph.IsDangling(activity))
            throw new ActivityFault((
                $"The activity {activity} cannot be reached from the start of its flowchart.",
                $"L'activité {activity} ne peut être atteinte depuis le début de son organigramme."));
        if (!isLoop) _counters.VisitActivity(activity);
        foreach (var connection in graph.Outbound(activity))
        {
            var isFollowed = outcomes.Has(connection.Port);
            _counters.VisitConnection(connection, isFollowed);
            if (graph.IsBackward(connection)) Return(connection, isFollowed);
            else Consider(connection);
        }
    }

    private void Return(Connection connection, bool isFollowed)
    {
        if (!isFollowed) return;
        if (!graph.IsValidLoop(connection))
            throw new ActivityFault((
                $"Invalid loop: every way from the start to {connection.Source} must pass through {connection.Target}.",
                $"Boucle invalide : tout chemin du début à {connection.Source} doit passer par {connection.Target}."));
        flowchart.Schedule(Node(connection.Target), memory: Value.MapOf((Backward, Value.True)));
    }

    private void Consider(Connection connection)
    {
        var target = connection.Target;
        var inbound = graph.ForwardInbound(target);
        var areAllVisited = inbound.All(c => _counters.Visits(c) > _counters.Visits(target));
        switch (JoinModes.Of(flowchart, Node(target)))
        {
            case JoinMode.WaitAny:
                ConsiderFirst(connection, areAllVisited);
                break;
            case JoinMode.WaitAll when areAllVisited:
                RunOrSkip(target, inbound.All(_counters.WasFollowed));
                break;
            case JoinMode.WaitAllActive when areAllVisited:
                RunOrSkip(target, inbound.Any(_counters.WasFollowed));
                break;
        }
    }

    private void ConsiderFirst(Connection connection, bool areAllVisited)
    {
        var target = connection.Target;
        if (_counters.Visits(connection) <= _counters.Visits(target)) return;
        if (flowchart.IsScheduled(Node(target))) return;
        // Only this round counts: what was followed before a loop came back says nothing about this turn.
        if (graph.ForwardInbound(target)
            .Any(c => _counters.WasFollowed(c) && _counters.Visits(c) > _counters.Visits(target)))
        {
            flowchart.Schedule(Node(target));
            CancelOthers(target);
        }
        else if (areAllVisited)
        {
            Leave(target, Outcomes.None, isLoop: false);
        }
    }

    private void CancelOthers(string target)
    {
        var ancestors = graph.Ancestors(target);
        _counters.Write(flowchart);
        foreach (var child in flowchart.Children.Where(c => ancestors.Contains(c.Node.Id)).ToArray())
            flowchart.Cancel(child);
        _counters.Reload(flowchart);
    }

    private void RunOrSkip(string target, bool runs)
    {
        if (runs) flowchart.Schedule(Node(target));
        else Leave(target, Outcomes.None, isLoop: false);
    }

    private ActivityNode Node(string id) => flowchart.Node.Child(id)!;
}
