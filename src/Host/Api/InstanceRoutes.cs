using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's routes for single procedures.</summary>
internal sealed class InstanceRoutes(
    IProcedureStore store, InstanceLists lists, Conductor conductor, DefinitionReader reader)
{
    private const string Actor = "process owner";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances", (Delegate)lists.ListAsync);
        api.MapGet("/workflow-instances/{id}", OneAsync);
        api.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        api.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync);
        api.MapPost("/bulk-actions/cancel/workflow-instances", (Delegate)CancelManyAsync);
        api.MapDelete("/workflow-instances/{id}", (string id, HttpContext context) => RefuseDeletion(context));
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", (HttpContext context) => RefuseDeletion(context));
        api.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync);
    }

    private async Task<IResult> OneAsync(string id, HttpContext context)
    {
        var cancel = context.RequestAborted;
        return await store.FindProcedureAsync(id, cancel) is { } row
            && await store.LoadAsync(id, cancel) is { } procedure
            ? ApiJson.Ok(InstanceJson.Write(row, procedure, Caller.Of(context).Language)) : Nothing();
    }

    private async Task<IResult> StateAsync(string id, CancellationToken cancel) =>
        await store.FindProcedureAsync(id, cancel) is { } row
            ? ApiJson.Ok(new JsonObject
            {
                ["status"] = InstanceJson.StatusOf(row.Status), ["subStatus"] = InstanceJson.SubStatusOf(row.Status),
                ["updatedAt"] = DefinitionJson.Moment(row.ChangedAt),
            })
            : Nothing();

    private async Task<IResult> VariablesAsync(string id, CancellationToken cancel)
    {
        if (await store.LoadAsync(id, cancel) is not { } procedure) return Nothing();
        var held = procedure.Activations.Select(a => a.Variables).ToArray();
        return ApiJson.List(procedure.Definition.Variables
            .Where(v => held.Any(h => h.Has(v.Id)))
            .Select(v => new JsonObject
            {
                ["id"] = v.Id, ["name"] = v.Name,
                ["value"] = JsonNode.Parse(ValueJson.ToJson(held.First(h => h.Has(v.Id))[v.Id])),
            }));
    }

    private async Task<IResult> CancelAsync(string id, HttpContext context)
    {
        if (await store.FindProcedureAsync(id, context.RequestAborted) is null) return Nothing();
        var step = await conductor.SendAsync(id, Discontinued, context.RequestAborted);
        return step is { IsIdle: true, Refusal: { } reason }
            ? ApiJson.Refuse([Caller.Of(context).Say(reason)]) : ApiJson.Ok(new JsonObject());
    }

    private async Task<IResult> CancelManyAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var body = await ApiJson.BodyAsync(context) ?? [];
        string[] ids = [.. ApiJson.TextsOf(body["ids"])];
        if (ids.Length == 0) ids = [.. await RunningAsync(body, cancel)];
        var count = 0;
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            if (await store.FindProcedureAsync(id, cancel) is not null
                && !(await conductor.SendAsync(id, Discontinued, cancel)).IsIdle) count++;
        return ApiJson.Ok(new JsonObject { ["cancelled"] = count });
    }

    // Without ids, a definition or a version must be named: nobody means every procedure there is.
    private async Task<IEnumerable<string>> RunningAsync(JsonObject body, CancellationToken cancel)
    {
        var versionId = ApiJson.TextOf(body["definitionVersionId"]);
        var version = versionId is null ? null : await store.FindVersionAsync(versionId, cancel);
        if ((ApiJson.TextOf(body["definitionId"]) ?? version?.DefinitionId) is not { } definitionId) return [];
        var rows = await lists.AllAsync(ProcedureFilter.All with
        {
            DefinitionIds = [definitionId], Statuses = [ProcedureStatus.Suspended, ProcedureStatus.Interrupted],
        }, cancel);
        return rows.Where(row => version is null || row.DefinitionVersionId == version.Id).Select(row => row.Id);
    }

    private async Task<IResult> ExecuteAsync(string definitionId, HttpContext context)
    {
        var (caller, cancel) = (Caller.Of(context), context.RequestAborted);
        var body = await ApiJson.BodyAsync(context) ?? [];
        if (await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel) is not { } stored
            || reader.Read(stored.Document).Definition is not { } definition)
            return ApiJson.NotFound("There is no such definition.");
        var inputs = body["input"] is JsonObject given ? (Value.Map)ValueJson.FromNode(given) : Value.Map.Empty;
        if (Missing(definition, inputs) is { } missing) return ApiJson.Refuse([caller.Say(missing)]);
        var opening = await conductor.OpenAsync(definition, new OpeningRequest(inputs, Actor)
        {
            CorrelationId = ApiJson.TextOf(body["correlationId"]),
            TriggerActivityId = ApiJson.TextOf(body["triggerActivityId"]),
        }, cancel);
        if (opening.IsOccupied) context.Response.Headers["x-elsa-workflow-cannot-start"] = "true";
        if (opening.ProcedureId is not { } id) return ApiJson.Refuse([caller.Say(opening.Refusal ?? Bilingual.Empty)]);
        context.Response.Headers["x-elsa-workflow-instance-id"] = id;
        return ApiJson.Ok(new JsonObject { ["workflowState"] = new JsonObject { ["id"] = id } });
    }

    // Studio's Run button asks for no inputs; a procedure without its state or date would write letters to nobody.
    private static Bilingual? Missing(Definition definition, Value.Map inputs)
    {
        var names = string.Join(", ", definition.Inputs
            .Where(i => i.Default.IsNothing && !inputs.Has(i.Name)).Select(i => i.Name));
        return names.Length == 0 ? null : (
            $"Not opened: this procedure needs {names}. Open it on the page of procedures.",
            $"Procédure non ouverte : il faut indiquer {names}. Ouvrez-la depuis la page des procédures.");
    }

    private static Stimulus Discontinued => new Stimulus.Cancelled("Discontinued in the designer.") { Actor = Actor };

    private static IResult RefuseDeletion(HttpContext context) => ApiJson.Refuse([Caller.Of(context).Say((
        "Procedures are never deleted; discontinue them instead.",
        "Une procédure ne se supprime pas ; elle peut être abandonnée."))]);

    private static IResult Nothing() => ApiJson.NotFound("There is no such procedure.");
}
