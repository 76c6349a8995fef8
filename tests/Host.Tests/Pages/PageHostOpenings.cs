using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>Small procedures for pages: what no delivered definition shows at its beginning.</summary>
internal static class PageHostOpenings
{
    /// <summary>Opens a procedure that a parent waits for and that its incident ends at once; the parent is told.</summary>
    public static async Task<(string Parent, string Child)> OpenFailedChildAsync(this PageHost host)
    {
        var (parent, _) = await host.OpenFrailAsync();
        var definition = Read(host, "failed-child", "Elsa.Fault", new JsonObject());
        var engine = host.Parts.GetRequiredService<Engine>();
        var opened = new Stimulus.Opened(Value.Map.Empty) { Parent = new ParentLink(parent, 999, false) };
        var step = engine.Advance(Procedure.Draft($"{parent}.1", definition), opened, host.Clock.GetUtcNow());
        await host.Store.CommitAsync(CommitBatch.Of(new StepCommit(step, opened)));
        return (parent, step.After.Id);
    }

    /// <summary>Opens a procedure that asks for one thing by 1 December 2026: a task or a meeting.</summary>
    public static async Task<string> OpenStepAsync(this PageHost host, string type)
    {
        static JsonObject Text(string value) => new()
        {
            ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
        };
        var inputs = new JsonObject
        {
            ["step"] = Text("P0.01"), ["title"] = Text("Hearing"), ["titleFr"] = Text("Audition"),
            ["body"] = Text("CDH"), ["deadline"] = Text("nlt 2026-12-01"),
        };
        var definition = Read(host, $"step-{type.ToLower(CultureInfo.InvariantCulture)}", $"Procedures.{type}", inputs);
        var opening = await host.Conductor.OpenAsync(definition, new OpeningRequest(Value.Map.Empty, "clerk"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    private static Definition Read(PageHost host, string id, string type, JsonObject activity)
    {
        (activity["id"], activity["type"], activity["version"]) = ("only", type, 1);
        var json = new JsonObject
        {
            ["id"] = $"{id}-v1", ["definitionId"] = id, ["name"] = id, ["version"] = 1,
            ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(),
            ["customProperties"] = new JsonObject(), ["options"] = new JsonObject(),
            ["root"] = new JsonObject
            {
                ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1,
                ["activities"] = new JsonArray(activity), ["connections"] = new JsonArray(),
            },
        };
        var reading = host.Parts.GetRequiredService<DefinitionReader>().Read(json.ToJsonString());
        return reading.Definition
            ?? throw new InvalidOperationException(string.Join("; ", reading.Findings.Select(f => f.Message.English)));
    }
}
