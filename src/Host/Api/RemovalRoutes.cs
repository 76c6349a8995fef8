using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Taking definitions and versions off the shelf. What running procedures use stays.</summary>
internal sealed class RemovalRoutes(IProcedureStore store, DefinitionDesk desk, Usage usage)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapDelete("/workflow-definitions/{definitionId}", async (string definitionId, HttpContext context) =>
            Answer(await RemoveAsync(definitionId, context.RequestAborted), context));
        api.MapDelete("/workflow-definition-versions/{id}", async (string id, HttpContext context) =>
            Answer(await RemoveVersionAsync(id, context.RequestAborted), context));
        api.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id",
            (Delegate)((HttpContext context) => ManyAsync(context, "definitionIds", RemoveAsync)));
        api.MapPost("/bulk-actions/delete/workflow-definitions/by-id",
            (Delegate)((HttpContext context) => ManyAsync(context, "ids", RemoveVersionAsync)));
    }

    private Task<Bilingual?> RemoveAsync(string definitionId, CancellationToken cancel) =>
        desk.InTurnAsync(definitionId, async () =>
        {
            if (await usage.OfDefinitionAsync(definitionId, cancel) is { } reason) return reason;
            await store.RemoveDefinitionAsync(definitionId, cancel);
            return (Bilingual?)null;
        }, cancel);

    private async Task<Bilingual?> RemoveVersionAsync(string id, CancellationToken cancel)
    {
        if (await store.FindVersionAsync(id, cancel) is not { } version) return null;
        return await desk.InTurnAsync(version.DefinitionId, async () =>
        {
            if (await usage.OfVersionAsync(version, cancel) is { } reason) return reason;
            if (version.IsPublished && await usage.OfDefinitionAsync(version.DefinitionId, cancel) is { } used)
                return used;
            await store.RemoveVersionAsync(id, cancel);
            return (Bilingual?)null;
        }, cancel);
    }

    private static async Task<IResult> ManyAsync(
        HttpContext context, string member, Func<string, CancellationToken, Task<Bilingual?>> remove)
    {
        var (deleted, reasons) = (0, new List<Bilingual>());
        foreach (var id in ApiJson.TextsOf(ApiBody.Of(context)[member]))
            if (await remove(id, context.RequestAborted) is { } reason) reasons.Add(reason);
            else deleted++;
        return reasons.Count > 0
            ? ApiJson.Refuse(reasons.Select(Caller.Of(context).Say))
            : ApiJson.Ok(new JsonObject { ["deleted"] = deleted });
    }

    private static IResult Answer(Bilingual? reason, HttpContext context) => reason is { } said
        ? ApiJson.Refuse([Caller.Of(context).Say(said)])
        : Results.NoContent();
}
