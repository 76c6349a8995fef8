using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Studio's Test tab: lets one activity begin in a procedure that exists nowhere.</summary>
/// <remarks>
/// The engine is a pure function: nothing is stored, no letter leaves, no other procedure is opened. Variables have
/// their initial values, inputs their defaults.
/// </remarks>
internal sealed class TrialRoutes(IProcedureStore store, DefinitionReader reader, Engine engine, TimeProvider clock)
{
    private const string Kind = "activity-test";

    public void Map(IEndpointRouteBuilder api) => api.MapPost("/tests/activities", (Delegate)TryAsync);

    private async Task<IResult> TryAsync(HttpContext context)
    {
        var (caller, cancel) = (Caller.Of(context), context.RequestAborted);
        var body = ApiBody.Of(context);
        if (await FindAsync(body["workflowDefinitionHandle"] as JsonObject ?? [], cancel) is not { } definition)
            return ApiJson.NotFound((
            "There is no such definition.", "Il n'y a pas de telle définition."));
        if (NodeOf(definition, body["activityHandle"] as JsonObject ?? []) is not { } node)
            return ApiJson.NotFound((
            "There is no such activity.", "Il n'y a pas de telle activité."));
        if (Alone(definition, node) is not { } alone) return ApiJson.Refuse([caller.Say(Unreadable)]);
        var step = engine.Advance(
            Procedure.Draft(Kind, alone), new Stimulus.Opened(Value.Map.Empty) { Actor = InstanceActs.Actor },
            clock.GetUtcNow());
        return ApiJson.Ok(Answer(step, node, caller.Language));
    }

    private static readonly Bilingual Unreadable = (
        "This activity cannot be tried alone.", "Cette activité ne peut être essayée seule.");

    private async Task<Definition?> FindAsync(JsonObject handle, CancellationToken cancel)
    {
        var stored = ApiJson.TextOf(handle["definitionVersionId"]) is { } version
            ? await store.FindVersionAsync(version, cancel)
            : ApiJson.TextOf(handle["definitionId"]) is { } id
                ? await store.FindDefinitionAsync(id, VersionChoice.Latest, cancel) : null;
        return stored is null ? null : reader.Read(stored.Document).Definition;
    }

    private static ActivityNode? NodeOf(Definition definition, JsonObject handle) =>
        ApiJson.TextOf(handle["activityNodeId"]) is { } nodeId
            ? definition.Nodes.FirstOrDefault(n => n.NodeId == nodeId)
            : definition.Find(ApiJson.TextOf(handle["activityId"]) ?? "");

    private Definition? Alone(Definition definition, ActivityNode node)
    {
        var json = (JsonObject)JsonNode.Parse(DefinitionWriter.Write(definition))!;
        json["root"] = JsonNode.Parse(node.Json.GetRawText());
        return reader.Read(json.ToJsonString()).Definition;
    }

    private static JsonObject Answer(Step step, ActivityNode node, Language language)
    {
        var own = step.Journal.LastOrDefault(e => e.ActivityId == node.Id && e.Event == JournalEvent.Completed);
        var outcomes = Execution.OutcomesOf(own);
        var incident = step.After.Incidents.FirstOrDefault();
        var outputs = new JsonObject();
        if (step.After.Yields[node.Id] is Value.Map yielded)
            foreach (var (name, value) in yielded.Members) outputs[name] = JsonNode.Parse(ValueJson.ToJson(value));
        return new JsonObject
        {
            ["activityState"] = new JsonObject
            {
                ["Asked"] = ApiJson.Texts(step.After.Waits.Where(w => w.Assignment is not null)
                    .Select(w => $"{w.Assignment!.Body}: {w.Assignment.Title.In(language)}")),
                ["Letters"] = ApiJson.Texts(step.Letters.Select(l => l.To)), ["Lines"] = ApiJson.Texts(step.Lines),
            },
            ["payload"] = new JsonObject { ["Outcomes"] = ApiJson.Texts(outcomes) },
            ["outcomes"] = ApiJson.Texts(outcomes), ["outputs"] = outputs,
            ["exception"] = incident is null ? null : InstanceJson.Exception(incident),
            ["status"] = incident is not null ? JournalEvent.Faulted : own is null ? "Running" : JournalEvent.Completed,
        };
    }
}
