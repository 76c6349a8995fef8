using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Publishing and retracting several definitions at once.</summary>
internal sealed class BulkRoutes(IProcedureStore store, DefinitionDesk desk)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", (Delegate)PublishAsync);
        api.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", (Delegate)RetractAsync);
    }

    private async Task<IResult> PublishAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        var (published, already, unknown) = (new List<string>(), new List<string>(), new List<string>());
        var refusals = new List<string>();
        foreach (var id in ApiJson.TextsOf(ApiBody.Of(context)["definitionIds"]))
        {
            var saving = await desk.PublishAsync(id, caller, context.RequestAborted);
            if (saving.IsUnknown) unknown.Add(id);
            else if (saving.Stored is null) refusals.AddRange(saving.Refusals.Select(r => $"{id}: {caller.Say(r)}"));
            else (saving.WasPublished ? already : published).Add(id);
        }
        if (refusals.Count > 0) return ApiJson.Refuse(refusals);
        return ApiJson.Ok(new JsonObject
        {
            ["published"] = ApiJson.Texts(published), ["alreadyPublished"] = ApiJson.Texts(already),
            ["notFound"] = ApiJson.Texts(unknown), ["updatedConsumers"] = new JsonArray(),
        });
    }

    private async Task<IResult> RetractAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (retracted, already, unknown) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var id in ApiJson.TextsOf(ApiBody.Of(context)["definitionIds"]))
        {
            var isKnown = !(await store.VersionsAsync(id, cancel)).IsEmpty;
            var isDone = await desk.InTurnAsync(id, () => store.RetractAsync(id, cancel), cancel);
            (isDone ? retracted : isKnown ? already : unknown).Add(id);
        }
        return ApiJson.Ok(new JsonObject
        {
            ["retracted"] = ApiJson.Texts(retracted), ["alreadyRetracted"] = ApiJson.Texts(already),
            ["notFound"] = ApiJson.Texts(unknown),
        });
    }
}
