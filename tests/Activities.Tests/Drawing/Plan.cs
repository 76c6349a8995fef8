using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Definitions;

namespace Procedures.Tests.Drawing;

/// <summary>A definition in the making: a root activity and the settings around it.</summary>
internal sealed record Plan(JsonObject Root)
{
    public string Id { get; init; } = "plan";
    public JsonArray Variables { get; init; } = [];
    public JsonArray Inputs { get; init; } = [];
    public JsonArray Outputs { get; init; } = [];
    public bool UsesTokens { get; init; }
    public bool ContinuesWithIncidents { get; init; }

    public Reading Read() => new DefinitionReader(ElsaActivities.Catalog).Read(Json().ToJsonString());

    /// <summary>The definition; its drawing must be without errors.</summary>
    public Definition Definition()
    {
        var reading = Read();
        Assert.Empty(reading.Findings.Where(f => f.Severity != FindingSeverity.Warning).Select(f => f.ToString()));
        return reading.Definition!;
    }

    private JsonObject Json() => new()
    {
        ["id"] = Id + "-1", ["definitionId"] = Id, ["name"] = Id, ["version"] = 1,
        ["isLatest"] = true, ["isPublished"] = true, ["root"] = Root.DeepClone(),
        ["variables"] = Variables.DeepClone(), ["inputs"] = Inputs.DeepClone(), ["outputs"] = Outputs.DeepClone(),
        ["customProperties"] = new JsonObject
        {
            ["Flowchart:ExecutionMode"] = UsesTokens ? "TokenBased" : "CounterBased",
        },
        ["options"] = new JsonObject
        {
            ["incidentStrategyType"] = ContinuesWithIncidents ? "ContinueWithIncidentsStrategy" : null,
        },
    };
}
