using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>How often a flowchart's activities and arrows were visited, and whether an arrow's last visit followed it.</summary>
internal sealed class FlowCounters
{
    private const string ActivitiesKey = "visits";
    private const string ArrowsKey = "arrows";
    private readonly Dictionary<string, int> _activities = [];

    /// <summary>Per arrow the number of visits; negative when the last one did not follow it.</summary>
    private readonly Dictionary<string, int> _arrows = [];

    public static FlowCounters Read(Activation flowchart) => Read(flowchart.Memory);

    /// <param name="memory">What the flowchart's activation remembers.</param>
    public static FlowCounters Read(Value.Map memory)
    {
        var counters = new FlowCounters();
        counters.Reload(memory);
        return counters;
    }

    public void Reload(Activation flowchart) => Reload(flowchart.Memory);

    private void Reload(Value.Map memory)
    {
        Fill(_activities, memory[ActivitiesKey]);
        Fill(_arrows, memory[ArrowsKey]);
    }

    public void Write(Activation flowchart) => flowchart.Memory =
        flowchart.Memory.With(ActivitiesKey, ToMap(_activities)).With(ArrowsKey, ToMap(_arrows));

    public int Visits(string activity) => _activities.GetValueOrDefault(activity);
    public int Visits(Connection connection) => Math.Abs(_arrows.GetValueOrDefault(connection.Key));
    public bool WasFollowed(Connection connection) => _arrows.GetValueOrDefault(connection.Key) > 0;
    public void VisitActivity(string activity) => _activities[activity] = Visits(activity) + 1;

    public void VisitConnection(Connection connection, bool isFollowed)
    {
        var visits = Visits(connection) + 1;
        _arrows[connection.Key] = isFollowed ? visits : -visits;
    }

    private static void Fill(Dictionary<string, int> counts, Value stored)
    {
        counts.Clear();
        if (stored is not Value.Map map) return;
        foreach (var (name, value) in map.Members) counts[name] = value is Value.Number n ? (int)n.Amount : 0;
    }

    private static Value.Map ToMap(Dictionary<string, int> counts) =>
        new([.. counts.Select(c => KeyValuePair.Create(c.Key, Value.Of(c.Value)))]);
}
