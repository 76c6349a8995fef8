using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's routes for single procedures.</summary>
internal sealed class InstanceRoutes(IProcedureStore store, InstanceLists lists, InstanceActs acts)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances", (Delegate)lists.ListAsync);
        api.MapGet("/workflow-instances/{id}", OneAsync);
        api.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        api.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        api.MapPost("/workflow-instances/{id}/variables", SetVariablesAsync);
        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync);
        api.MapPost("/bulk-actions/cancel/workflow-instances", (Delegate)CancelManyAsync);
        api.MapDelete("/workflow-instances/{id}", RemoveAsync);
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", (Delegate)RemoveManyAsync);
    }

    private async Task<IResult> OneAsync(string id, HttpContext context) =>
        await store.FindProcedureAsync(id, context.RequestAborted) is { IsRemoved: false } row
        && await store.LoadAsync(id, context.RequestAborted) is { } procedure
            ? ApiJson.Ok(InstanceJson.Write(row, procedure, Caller.Of(context).Language)) : Nothing();

    private async Task<IResult> StateAsync(string id, CancellationToken cancel) =>
        await store.FindProcedureAsync(id, cancel) is { IsRemoved: false } row
            ? ApiJson.Ok(new JsonObject
            {
                ["status"] = InstanceJson.StatusOf(row.Status), ["subStatus"] = InstanceJson.SubStatusOf(row.Status),
                ["updatedAt"] = DefinitionJson.Moment(row.ChangedAt),
            })
            : Nothing();

    private async Task<IResult> VariablesAsync(string id, CancellationToken cancel) =>
        await acts.FindAsync(id, cancel) is { } procedure ? ApiJson.List(Variables(procedure)) : Nothing();

    // Those of the procedure first, then those of the containers that are at work. A procedure that is over holds none.
    private static IEnumerable<JsonNode> Variables(Procedure procedure)
    {
        foreach (var activation in procedure.Activations.OrderBy(a => a.Id))
        {
            var declared = activation.Id == 0
                ? procedure.Definition.Variables
                : procedure.Definition.Find(activation.ActivityId)?.Variables ?? [];
            foreach (var variable in declared.Where(v => activation.Variables.Has(v.Id)))
                yield return new JsonObject
                {
                    ["id"] = variable.Id, ["name"] = variable.Name,
                    ["value"] = JsonNode.Parse(ValueJson.ToJson(activation.Variables[variable.Id])),
                };
        }
    }

    private async Task<IResult> SetVariablesAsync(string id, HttpContext context)
    {
        var (caller, cancel) = (Caller.Of(context), context.RequestAborted);
        if (await acts.FindAsync(id, cancel) is null) return Nothing();
        var refusals = new List<string>();
        foreach (var wish in (ApiBody.Of(context)["variables"] as JsonArray ?? []).OfType<JsonObject>())
            if (ApiJson.TextOf(wish["id"]) is { } variable && await acts.DoAsync(id,
                InstanceActs.VariableSet(caller, variable, ValueJson.FromNode(wish["value"])), cancel) is { } refusal)
                refusals.Add(caller.Say(refusal));
        return refusals.Count > 0 ? ApiJson.Refuse(refusals) : await VariablesAsync(id, cancel);
    }

    private async Task<IResult> CancelAsync(string id, HttpContext context)
    {
        var caller = Caller.Of(context);
        if (await acts.FindAsync(id, context.RequestAborted) is null) return Nothing();
        return await acts.DoAsync(id, InstanceActs.Discontinued(caller), context.RequestAborted) is { } refusal
            ? ApiJson.Refuse([caller.Say(refusal)]) : ApiJson.Ok(new JsonObject());
    }

    private async Task<IResult> CancelManyAsync(HttpContext context)
    {
        var body = ApiBody.Of(context);
        string[] ids = [.. ApiJson.TextsOf(body["ids"])];
        if (ids.Length == 0) ids = [.. await RunningAsync(body, context.RequestAborted)];
        var count = await acts.DoAsync(ids, InstanceActs.Discontinued(Caller.Of(context)), context.RequestAborted);
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

    private async Task<IResult> RemoveAsync(string id, HttpContext context)
    {
        var caller = Caller.Of(context);
        // Deleting twice is no mistake: Studio tolerates 404 here.
        if (await acts.FindAsync(id, context.RequestAborted) is null) return Nothing();
        return await acts.DoAsync(id, InstanceActs.Removed(caller), context.RequestAborted) is { } refusal
            ? ApiJson.Refuse([caller.Say(refusal)]) : Results.NoContent();
    }

    private async Task<IResult> RemoveManyAsync(HttpContext context)
    {
        var ids = ApiJson.TextsOf(ApiBody.Of(context)["ids"]).ToArray();
        var count = await acts.DoAsync(ids, InstanceActs.Removed(Caller.Of(context)), context.RequestAborted);
        return ApiJson.Ok(new JsonObject { ["deleted"] = count });
    }

    private static IResult Nothing() => ApiJson.NotFound((
            "There is no such procedure.", "Il n'y a pas de telle procédure."));
}
