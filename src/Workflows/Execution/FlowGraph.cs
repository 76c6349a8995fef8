using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Procedures.Definitions;

namespace Procedures.Execution;

/// <summary>
/// A flowchart's arrows sorted into forward and backward ones, seen from the activity where it starts.
/// </summary>
/// <remarks>
/// Breadth first from the start; an arrow is backward when, with the forward ones found so far, it would close a
/// circle. This is Elsa 3.8's sorting, the order of the arrows included.
/// </remarks>
internal sealed class FlowGraph
{
    private static readonly ConditionalWeakTable<ActivityNode, ConcurrentDictionary<string, FlowGraph>> Graphs = [];
    private static readonly ImmutableArray<Connection> NoConnections = [];
    private readonly Dictionary<string, ImmutableArray<Connection>> _outbound;
    private readonly Dictionary<string, ImmutableArray<Connection>> _inbound;
    private readonly Dictionary<string, ImmutableArray<Connection>> _forwardInbound;
    private readonly HashSet<Connection> _forward;
    private readonly string _start;

    private FlowGraph(ImmutableArray<Connection> connections, string start)
    {
        _start = start;
        _outbound = Index(connections, c => c.Source);
        _inbound = Index(connections, c => c.Target);
        _forward = [.. ForwardOf(connections, start, _outbound)];
        _forwardInbound = Index([.. connections.Where(_forward.Contains)], c => c.Target);
    }

    public static FlowGraph Of(ActivityNode flowchart, string start) =>
        Graphs.GetOrCreateValue(flowchart)
            .GetOrAdd(start, s => new FlowGraph([.. flowchart.Connections.Distinct()], s));

    public ImmutableArray<Connection> Outbound(string activity) => _outbound.GetValueOrDefault(activity, NoConnections);
    public ImmutableArray<Connection> Inbound(string activity) => _inbound.GetValueOrDefault(activity, NoConnections);
    public ImmutableArray<Connection> ForwardInbound(string activity) =>
        _forwardInbound.GetValueOrDefault(activity, NoConnections);
    public bool IsBackward(Connection connection) => !_forward.Contains(connection);

    /// <summary>Whether no forward arrow leads to the activity and it is not the start.</summary>
    public bool IsDangling(string activity) => activity != _start && ForwardInbound(activity).IsEmpty;

    /// <summary>
    /// A loop is valid when every way from the start to its end passes through the activity it returns to.
    /// </summary>
    public bool IsValidLoop(Connection backward) =>
        backward.Source == backward.Target || !Reaches(_start, backward.Source, avoiding: backward.Target);

    /// <summary>Every activity from which forward arrows lead to this one.</summary>
    public IReadOnlySet<string> Ancestors(string activity)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>([activity]);
        while (open.TryDequeue(out var current))
            foreach (var connection in ForwardInbound(current))
                if (found.Add(connection.Source))
                    open.Enqueue(connection.Source);
        return found;
    }

    private bool Reaches(string from, string to, string avoiding)
    {
        if (from == avoiding) return false;
        var seen = new HashSet<string> { from };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var current))
        {
            if (current == to) return true;
            foreach (var connection in Outbound(current))
                if (_forward.Contains(connection) && connection.Target != avoiding && seen.Add(connection.Target))
                    open.Enqueue(connection.Target);
        }
        return false;
    }

    private static Dictionary<string, ImmutableArray<Connection>> Index(
        ImmutableArray<Connection> connections, Func<Connection, string> end) =>
        connections.GroupBy(end).ToDictionary(g => g.Key, g => g.ToImmutableArray());

    private static IEnumerable<Connection> ForwardOf(
        ImmutableArray<Connection> connections, string start, Dictionary<string, ImmutableArray<Connection>> outbound)
    {
        var edges = new Dictionary<string, List<string>>();
        var known = new HashSet<(string, string)>();
        var visited = new HashSet<string>();
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var source))
        {
            if (!visited.Add(source)) continue;
            foreach (var connection in outbound.GetValueOrDefault(source, NoConnections))
            {
                var edge = (source, connection.Target);
                if (known.Contains(edge) || HasPath(edges, connection.Target, source)) continue;
                known.Add(edge);
                if (!edges.TryGetValue(source, out var targets)) edges[source] = targets = [];
                targets.Add(connection.Target);
                if (!visited.Contains(connection.Target)) open.Enqueue(connection.Target);
            }
        }
        return connections.Where(c => known.Contains((c.Source, c.Target)));
    }

    private static bool HasPath(Dictionary<string, List<string>> edges, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var current))
        {
            if (current == to) return true;
            if (!seen.Add(current) || !edges.TryGetValue(current, out var targets)) continue;
            foreach (var target in targets) open.Push(target);
        }
        return false;
    }
}
