using System.Text.Json.Nodes;

namespace Procedures.Tests.Drawing;

/// <summary>A flowchart in the making, as a process owner would draw it.</summary>
internal sealed class Chart(string id = "chart")
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    public Chart Add(string type, string activity, params (string Member, JsonNode? Value)[] members)
    {
        _activities.Add(Activity(type, activity, members));
        return this;
    }

    public Chart Line(string activity, string? text = null) =>
        Add("Elsa.WriteLine", activity, ("text", In.Text(text ?? activity)));

    public Chart ScriptLine(string activity, string script) =>
        Add("Elsa.WriteLine", activity, ("text", In.Script(script)));

    public Chart Wait(string activity, string? eventName = null) =>
        Add("Elsa.Event", activity, ("eventName", In.Text(eventName ?? activity)));

    public Chart Decision(string activity, string script) =>
        Add("Elsa.FlowDecision", activity, ("condition", In.Script(script)));

    public Chart Set(string activity, string variable, string script) =>
        Add("Elsa.SetVariable", activity, ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }),
            ("value", In.Script(script)));

    public Chart Variable(string name, string type, string value)
    {
        _variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    /// <summary>Arrows from each activity to the next one; "a:True" leaves a by the port True.</summary>
    public Chart Path(params string[] activities)
    {
        for (var i = 0; i + 1 < activities.Length; i++)
        {
            var (source, port) = activities[i].Split(':') is [var s, var p] ? (s, p) : (activities[i], "Done");
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = activities[i + 1].Split(':')[0], ["port"] = "In" },
            });
        }
        return this;
    }

    public JsonObject Root() => new()
    {
        ["id"] = id, ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = _activities.DeepClone(),
        ["connections"] = _connections.DeepClone(),
    };

    public Plan Plan() => new(Root()) { Variables = (JsonArray)_variables.DeepClone() };

    public static JsonObject Activity(string type, string activity, params (string Member, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["id"] = activity, ["name"] = activity, ["type"] = type, ["version"] = 1 };
        foreach (var (member, value) in members) json[member] = value?.DeepClone();
        return json;
    }

    public static JsonObject WriteLine(string activity, string text) =>
        Activity("Elsa.WriteLine", activity, ("text", In.Text(text)));

    public static JsonObject WriteScript(string activity, string script) =>
        Activity("Elsa.WriteLine", activity, ("text", In.Script(script)));

    public static JsonObject List(string type, string activity, params JsonObject[] children) =>
        Activity(type, activity, ("activities", new JsonArray([.. children])));
}
