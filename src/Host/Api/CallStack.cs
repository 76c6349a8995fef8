using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Journal;

namespace Procedures.Api;

/// <summary>Which execution made which other one begin.</summary>
/// <remarks>
/// In a flowchart it is the activity at the other end of the arrow that was followed last; elsewhere, and at the
/// flowchart's start, it is the activity that holds this one.
/// </remarks>
internal sealed class CallStack(Procedure procedure, ImmutableArray<Execution> executions)
{
    /// <summary>The chain that leads to an execution: the first cause first, the execution itself last.</summary>
    public ImmutableArray<Execution> To(Execution execution)
    {
        var chain = ImmutableArray.CreateBuilder<Execution>();
        for (var at = execution; at is not null && !chain.Contains(at); at = CauseOf(at)) chain.Add(at);
        chain.Reverse();
        return chain.ToImmutable();
    }

    public Execution? CauseOf(Execution execution) => _causes.TryGetValue(execution.Activation, out var known)
        ? known : _causes[execution.Activation] = Find(execution);

    private readonly Dictionary<int, Execution?> _causes = [];

    private Execution? Find(Execution execution)
    {
        if (HolderOf(execution.Node) is not { } node) return null;
        var holder = executions.LastOrDefault(e => e.Node == node && e.Begun <= execution.Begun && e != execution);
        return node.Connections.Where(c => c.Target == execution.Node.Id)
            .Select(c => Followed(c, execution, holder?.Begun ?? 0)).OfType<Execution>()
            .OrderBy(e => e.Ended).LastOrDefault() ?? holder;
    }

    private Execution? Followed(Connection arrow, Execution target, long since) => executions.LastOrDefault(e =>
        e.Node.Id == arrow.Source && e.Status == JournalEvent.Completed && e.Ended <= target.Begun && e.Begun >= since
        && e.Outcomes.Contains(arrow.Port));

    private ActivityNode? HolderOf(ActivityNode node) => procedure.Definition.Nodes
        .FirstOrDefault(n => n.Children.Contains(node) || n.Ports.Values.Contains(node));
}
