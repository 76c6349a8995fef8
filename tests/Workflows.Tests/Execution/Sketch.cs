using System.Text.Json.Nodes;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Execution;

/// <summary>A definition in a few lines: activities by type and id, arrows as "a>b" or "a:Port>b".</summary>
internal sealed class Sketch(string name = "sketch")
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];

    public JsonObject Document { get; } = new()
    {
        ["id"] = name + "-1", ["definitionId"] = name, ["name"] = name, ["version"] = 1,
        ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(),
        ["customProperties"] = new JsonObject(), ["options"] = new JsonObject(),
    };

    /// <summary>Inputs are literals; the activity stands right of the one before it.</summary>
    public Sketch Node(string type, string id, params (string Member, string Value)[] inputs)
    {
        var json = new JsonObject
        {
            ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1,
            ["customProperties"] = new JsonObject { ["legalSource"] = "Rule 1" },
            ["metadata"] = new JsonObject
            {
                ["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = 300 * _activities.Count, ["y"] = 40 },
                    ["size"] = new JsonObject { ["width"] = 200, ["height"] = 50 },
                },
            },
        };
        foreach (var (member, value) in inputs) json[member] = Literal(value);
        _activities.Add(json);
        return this;
    }

    /// <summary>Changes the JSON of the activity that was drawn last.</summary>
    public Sketch With(Action<JsonObject> change)
    {
        change((JsonObject)_activities[^1]!);
        return this;
    }

    public Sketch Arrows(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var (from, to) = (arrow.Split('>')[0], arrow.Split('>')[1]);
            var (source, port) = from.Contains(':') ? (from.Split(':')[0], from.Split(':')[1]) : (from, "Done");
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }
        return this;
    }

    public Sketch ContinuingAfterIncidents()
    {
        Document["options"]!["incidentStrategyType"] = "ContinueWithIncidentsStrategy";
        return this;
    }

    public Sketch TokenBased()
    {
        Document["customProperties"]!["Flowchart:ExecutionMode"] = "TokenBased";
        return this;
    }

    public static JsonObject Literal(string value, string kind = "Literal") => new()
    {
        ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
    };

    public string Json()
    {
        var document = (JsonObject)Document.DeepClone();
        document["root"] = new JsonObject
        {
            ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1,
            ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone(),
        };
        return document.ToJsonString();
    }

    public Definition Read(ActivityCatalog catalog) => new DefinitionReader(catalog).Read(Json()).Definition!;
}
