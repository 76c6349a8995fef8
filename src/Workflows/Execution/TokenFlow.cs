using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// Elsa's token-based flowchart: the merge mode of each activity says what several arrows into it mean.
/// </summary>
/// <remarks>
/// One difference to Elsa 3.8: there a race that is reached again through a loop stays blocked for the arrows that lost
/// the first time; here only arrows on which something is still under way are blocked, so a loop starts a new race.
/// </remarks>
internal sealed class TokenFlow(Activation flowchart, FlowGraph graph)
{
    private const string TokensKey = "tokens";
    private readonly List<Token> _tokens = Read(flowchart);

    public void Completed(Activation child, Outcomes outcomes)
    {
        var activity = child.Node.Id;
        _tokens.RemoveAll(t => t.Target == activity && !t.IsBlocked);
        var followed = graph.Outbound(activity).Where(c => outcomes.Has(c.Port)).ToArray();
        _tokens.AddRange(followed.Select(c => Token.On(c)));
        foreach (var connection in followed) Arrive(connection);
        Write();
    }

    public void Cancelled(Activation child)
    {
        _tokens.RemoveAll(t => t.Source == child.Node.Id || t.Target == child.Node.Id);
        Write();
    }

    private void Arrive(Connection connection)
    {
        var target = Node(connection.Target);
        switch (ModeOf(target))
        {
            case MergeMode.Cascade:
                flowchart.Schedule(target);
                break;
            case MergeMode.Race:
                Race(connection, target);
                break;
            case MergeMode.Merge:
                if (AreAllHere(graph.ForwardInbound(target.Id))) flowchart.Schedule(target);
                break;
            case MergeMode.Converge:
                if (AreAllHere(graph.Inbound(target.Id))) flowchart.Schedule(target);
                break;
            default:
                if (!IsUpstreamAtWork(target.Id)) flowchart.Schedule(target);
                break;
        }
    }

    private MergeMode ModeOf(ActivityNode target)
    {
        if (target.Type != JoinModes.JoinType) return target.MergeMode;
        return JoinModes.Of(flowchart, target) == JoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
    }

    private bool AreAllHere(ImmutableArray<Connection> inbound) =>
        inbound.Length <= 1 || inbound.All(c => _tokens.Any(t => !t.IsBlocked && t.IsOn(c)));

    private bool IsUpstreamAtWork(string target) =>
        graph.ForwardInbound(target).Any(c => _tokens.Any(t => !t.IsBlocked && t.Target == c.Source));

    private void Race(Connection winner, ActivityNode target)
    {
        var block = _tokens.FindIndex(t => t.IsBlocked && t.IsOn(winner));
        if (block < 0)
        {
            flowchart.Schedule(target);
            CancelAncestors(target.Id);
            foreach (var loser in graph.ForwardInbound(target.Id))
                if (loser.Source != winner.Source && IsStillComing(loser.Source))
                    _tokens.Add(Token.On(loser, isBlocked: true));
            return;
        }
        _tokens.RemoveAt(block);
        _tokens.Remove(Token.On(winner));
        CancelAncestors(target.Id);
    }

    private bool IsStillComing(string activity)
    {
        var upstream = graph.Ancestors(activity);
        return flowchart.ScheduledChildren.Any(n => n.Id == activity || upstream.Contains(n.Id));
    }

    private void CancelAncestors(string target)
    {
        var ancestors = graph.Ancestors(target);
        Write();
        foreach (var child in flowchart.Children.Where(c => ancestors.Contains(c.Node.Id)).ToArray())
            flowchart.Cancel(child);
        _tokens.Clear();
        _tokens.AddRange(Read(flowchart));
    }

    private ActivityNode Node(string id) => flowchart.Node.Child(id)!;

    private static List<Token> Read(Activation flowchart) =>
        flowchart.Memory[TokensKey] is Value.List list ? [.. list.Items.Select(Token.Read)] : [];

    private void Write() =>
        flowchart.Memory = flowchart.Memory.With(TokensKey, Value.Of(_tokens.Select(t => t.ToValue())));
}
