using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>Which activities of a flowchart lead to which.</summary>
internal sealed class Ways
{
    private readonly ILookup<string, string> _onward;
    private readonly ILookup<string, string> _back;

    public Ways(ActivityNode flowchart)
    {
        _onward = flowchart.Connections.ToLookup(c => c.Source, c => c.Target);
        _back = flowchart.Connections.ToLookup(c => c.Target, c => c.Source);
    }

    /// <summary>The activities themselves and all that follows them.</summary>
    public HashSet<string> From(IEnumerable<string> activities) => Closure(activities, _onward);

    /// <summary>The activities themselves and all that leads to them.</summary>
    public HashSet<string> To(IEnumerable<string> activities) => Closure(activities, _back);

    private static HashSet<string> Closure(IEnumerable<string> first, ILookup<string, string> next)
    {
        var found = first.ToHashSet();
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var current))
            foreach (var following in next[current])
                if (found.Add(following))
                    open.Enqueue(following);
        return found;
    }
}
