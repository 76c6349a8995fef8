using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's routes for changing several running procedures at once. Everything is done before the answer.</summary>
/// <remarks>
/// What this engine cannot do is refused before anything is done: a plan is never half understood. A plan and what came
/// of it are kept.
/// </remarks>
internal sealed class AlterationRoutes(
    AlterationReader reader, AlterationRunner runner, AlterationFilter filters, IProcedureStore store,
    TimeProvider clock)
{
    private const string Kind = "alteration-plan";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/alterations/run", (Delegate)RunAsync);
        api.MapPost("/alterations/dry-run", (Delegate)TryAsync);
        api.MapPost("/alterations/submit", (Delegate)SubmitAsync);
        api.MapPost("/alterations/workflows/retry", (Delegate)RetryAsync);
        api.MapGet("/alterations/{id}", async (string id, CancellationToken cancel) =>
            await store.FindDocumentAsync(Kind, id, cancel) is { } plan
                ? ApiJson.Text(plan) : ApiJson.NotFound(("There is no such plan.", "Il n'y a pas de tel plan.")));
    }

    private async Task<IResult> RunAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        var body = ApiBody.Of(context);
        var (alterations, refusal) = reader.ReadAll(body["alterations"], caller);
        if (refusal is not null) return ApiJson.Refuse([caller.Say(refusal)]);
        return Answer(await runner.RunAsync(
            ApiJson.TextsOf(body["workflowInstanceIds"]), alterations, caller, context.RequestAborted));
    }

    private async Task<IResult> TryAsync(HttpContext context)
    {
        var filter = ApiBody.Of(context);
        return AlterationFilter.Refuse(filter) is { } refusal
            ? ApiJson.Refuse([Caller.Of(context).Say(refusal)])
            : ApiJson.Ok(new JsonObject
            {
                ["workflowInstanceIds"] = ApiJson.Texts(await filters.FindAsync(filter, context.RequestAborted)),
            });
    }

    private async Task<IResult> SubmitAsync(HttpContext context)
    {
        var (caller, cancel) = (Caller.Of(context), context.RequestAborted);
        var body = ApiBody.Of(context);
        var filter = body["filter"] as JsonObject ?? [];
        var (alterations, refusal) = reader.ReadAll(body["alterations"], caller);
        if ((refusal ?? AlterationFilter.Refuse(filter)) is { } reason) return ApiJson.Refuse([caller.Say(reason)]);
        var planId = ApiJson.TextOf(body["id"]) ?? Guid.CreateVersion7().ToString("N");
        if (await store.FindDocumentAsync(Kind, planId, cancel) is not null)
            return ApiJson.Refuse([caller.Say((
                $"There is a plan {planId} already.", $"Le plan {planId} existe déjà."))]);
        var begun = clock.GetUtcNow();
        var results = await runner.RunAsync(await filters.FindAsync(filter, cancel), alterations, caller, cancel);
        await store.SaveDocumentAsync(Kind, planId, Record(planId, body, results, begun).ToJsonString(), cancel);
        return ApiJson.Ok(new JsonObject { ["planId"] = planId });
    }

    private async Task<IResult> RetryAsync(HttpContext context)
    {
        var (body, caller) = (ApiBody.Of(context), Caller.Of(context));
        string?[] activities = [.. ApiJson.TextsOf(body["activityIds"])];
        if (activities.Length == 0) activities = [null];
        return Answer(await runner.RunAsync(
            ApiJson.TextsOf(body["workflowInstanceIds"]),
            [.. activities.Select(a => AlterationReader.Retry("Retry", a, caller))], caller, context.RequestAborted));
    }

    private JsonObject Record(string planId, JsonObject body, JsonArray results, DateTimeOffset begun)
    {
        var (from, to) = (DefinitionJson.Moment(begun), DefinitionJson.Moment(clock.GetUtcNow()));
        var jobs = results.Select((result, i) => (JsonNode)new JsonObject
        {
            ["id"] = $"{planId}-{i + 1}", ["planId"] = planId,
            ["workflowInstanceId"] = result!["workflowInstanceId"]!.DeepClone(),
            ["status"] = (bool)result["isSuccessful"]! ? "Completed" : "Failed",
            ["log"] = result["log"]!["logEntries"]!.DeepClone(),
            ["createdAt"] = from, ["startedAt"] = from, ["completedAt"] = to,
        });
        return new JsonObject
        {
            ["plan"] = new JsonObject
            {
                ["id"] = planId, ["alterations"] = body["alterations"]?.DeepClone() ?? new JsonArray(),
                ["workflowInstanceFilter"] = body["filter"]?.DeepClone() ?? new JsonObject(),
                ["status"] = "Completed", ["createdAt"] = from, ["startedAt"] = from, ["completedAt"] = to,
            },
            ["jobs"] = ApiJson.ArrayOf(jobs),
        };
    }

    private static IResult Answer(JsonArray results) => ApiJson.Ok(new JsonObject { ["results"] = results });
}
