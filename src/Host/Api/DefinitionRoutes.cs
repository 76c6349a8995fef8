using System.Globalization;
using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's routes for single definitions.</summary>
internal sealed class DefinitionRoutes(
    IProcedureStore store, DefinitionLists lists, DefinitionJson json, DefinitionDesk desk, RefusedSaves refused,
    Usage usage)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions", (Delegate)lists.ListAsync);
        api.MapGet("/workflow-definitions/by-definition-id/{definitionId}", FindAsync);
        api.MapGet("/workflow-definitions/by-id/{id}", async (string id, CancellationToken cancel) =>
            await lists.FindAsync(id, cancel) is { } found ? ApiJson.Ok(found) : NoDefinition());
        api.MapGet("/workflow-definitions/many-by-id", (Delegate)ManyAsync);
        api.MapGet("/workflow-definitions/query/count", CountAsync);
        api.MapGet("/workflow-definitions/validation/is-name-unique", (Delegate)IsNameUniqueAsync);
        api.MapGet("/workflow-definitions/{definitionId}/versions", VersionsAsync);
        api.MapPost("/workflow-definitions", (Delegate)SaveAsync);
        api.MapPost("/workflow-definitions/import", (Delegate)ImportAsync);
        api.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
        api.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync);
        api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync);
        api.MapPost("/workflow-definitions/{definitionId}/update-references", UpdateReferencesAsync);
        api.MapGet("/refused-saves", async (string key, CancellationToken cancel) =>
            await refused.FindAsync(key, cancel) is { } text
                ? ApiJson.Text(text) : ApiJson.NotFound((
            "Nothing is kept there.", "Rien n'y est conservé.")));
    }

    private async Task<IResult> FindAsync(string definitionId, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var selector = VersionSelector.Read(context.Request.Query["versionOptions"]) ?? new VersionSelector("Latest");
        var row = (await store.VersionsAsync(definitionId, cancel)).FirstOrDefault(selector.Selects);
        return row is not null && await lists.FindAsync(row.Id, cancel) is { } found
            ? ApiJson.Ok(found) : NoDefinition();
    }

    private async Task<IResult> ManyAsync(HttpContext context)
    {
        var items = new List<JsonNode>();
        foreach (var id in context.Request.Query["ids"].OfType<string>())
            if (await lists.FindAsync(id, context.RequestAborted) is { } found) items.Add(found);
        return ApiJson.List(items);
    }

    private async Task<IResult> CountAsync(CancellationToken cancel) =>
        ApiJson.Ok(new JsonObject { ["count"] = (await store.DefinitionsAsync(cancel: cancel)).Length });

    private async Task<IResult> IsNameUniqueAsync(HttpContext context)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        var name = query["name"].ToString().Trim();
        var own = query["definitionId"].ToString();
        var rows = await store.DefinitionsAsync(cancel: cancel);
        var isTaken = rows.Any(r => r.DefinitionId != own && r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return ApiJson.Ok(new JsonObject { ["isUnique"] = !isTaken });
    }

    private async Task<IResult> VersionsAsync(string definitionId, CancellationToken cancel)
    {
        var items = new List<JsonNode>();
        foreach (var row in await store.VersionsAsync(definitionId, cancel))
            if (await lists.FindAsync(row.Id, cancel) is { } found) items.Add(DefinitionJson.Summary(found));
        return ApiJson.List(items);
    }

    private async Task<IResult> SaveAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        var body = ApiBody.Of(context);
        if (body["model"] is not JsonObject model)
            return ApiJson.Refuse([caller.Say(NoModel)]);
        var publish = ApiJson.TruthOf(body["publish"]) == true;
        var saving = await desk.SaveAsync(SaveModel.Read(model), publish, caller, context.RequestAborted);
        if (publish) await UpdateUsersAsync(saving, caller, context.RequestAborted);
        return await AnswerAsync(saving, caller, context.RequestAborted);
    }

    private async Task<IResult> ImportAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        var model = ApiBody.Of(context);
        if (model["root"] is not JsonObject)
            return ApiJson.Refuse([caller.Say(NoModel)]);
        var publish = ApiJson.TruthOf(model["isPublished"]) == true;
        var saving = await desk.SaveAsync(
            SaveModel.Read(model), publish, caller, context.RequestAborted, isImport: true);
        return saving.Stored is { } stored
            ? ApiJson.Ok(await json.WriteAsync(stored, context.RequestAborted))
            : await AnswerAsync(saving, caller, context.RequestAborted);
    }

    private async Task<IResult> PublishAsync(string definitionId, HttpContext context)
    {
        var caller = Caller.Of(context);
        var saving = await desk.PublishAsync(definitionId, caller, context.RequestAborted);
        await UpdateUsersAsync(saving, caller, context.RequestAborted);
        return await AnswerAsync(saving, caller, context.RequestAborted);
    }

    // The option "auto update consuming workflows" of the definition that was published.
    private async Task UpdateUsersAsync(Saving saving, Caller caller, CancellationToken cancel)
    {
        if (saving is not { Stored: { IsPublished: true } stored, WasPublished: false }) return;
        if (ApiJson.TruthOf(JsonNode.Parse(stored.Document)?["options"]?["autoUpdateConsumingWorkflows"]) != true)
            return;
        var users = await usage.OpenersAsync(stored.DefinitionId, cancel);
        await desk.UpdateReferencesAsync(stored.DefinitionId, users, caller, cancel);
    }

    private async Task<IResult> UpdateReferencesAsync(string definitionId, HttpContext context)
    {
        var updated = await desk.UpdateReferencesAsync(
            definitionId, await usage.OpenersAsync(definitionId, context.RequestAborted), Caller.Of(context),
            context.RequestAborted);
        return ApiJson.Ok(new JsonObject { ["affectedWorkflows"] = ApiJson.Texts(updated) });
    }

    private async Task<IResult> RetractAsync(string definitionId, CancellationToken cancel)
    {
        await desk.InTurnAsync(definitionId, () => store.RetractAsync(definitionId, cancel), cancel);
        return await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel) is { } latest
            ? ApiJson.Ok(await json.WriteAsync(latest, cancel)) : NoDefinition();
    }

    private async Task<IResult> RevertAsync(string definitionId, int version, HttpContext context)
    {
        var caller = Caller.Of(context);
        var saving = await desk.RevertAsync(definitionId, version, caller, context.RequestAborted);
        return saving.Stored is { } stored
            ? ApiJson.Ok(DefinitionJson.Summary(await json.WriteAsync(stored, context.RequestAborted)))
            : await AnswerAsync(saving, caller, context.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(Saving saving, Caller caller, CancellationToken cancel) =>
        saving.Stored is { } stored
        ? ApiJson.Ok(new JsonObject
        {
            ["workflowDefinition"] = await json.WriteAsync(stored, cancel), ["alreadyPublished"] = saving.WasPublished,
            ["consumingWorkflowCount"] = (await usage.OpenersAsync(stored.DefinitionId, cancel)).Length,
        })
        : saving.IsUnknown ? NoDefinition() : ApiJson.Refuse(saving.Refusals.Select(caller.Say));

    private static IResult NoDefinition() => ApiJson.NotFound((
            "There is no such definition.", "Il n'y a pas de telle définition."));

    private static readonly Bilingual NoModel = (
        "No definition was sent.", "Aucune définition n’a été envoyée.");
}
