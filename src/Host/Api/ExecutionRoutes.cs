using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>How often activities ran, which ones wait, and what came of each execution.</summary>
internal sealed class ExecutionRoutes(ExecutionReader reader, IProcedureStore store)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/activity-executions/report", (Delegate)ReportAsync);
        api.MapGet("/activity-executions/list", (Delegate)ListAsync);
        api.MapGet("/activity-execution-summaries/list", (Delegate)ListAsync);
        api.MapGet("/activity-executions/by-id", (Delegate)OneAsync);
        api.MapGet("/activity-executions/{id}/call-stack", StackAsync);
    }

    private async Task<IResult> ReportAsync(HttpContext context)
    {
        var body = ApiBody.Of(context);
        var wanted = ApiJson.TextsOf(body["activityNodeIds"]).ToHashSet(StringComparer.Ordinal);
        var (_, found) = await reader.ReadAsync(ApiJson.TextOf(body["workflowInstanceId"]), context.RequestAborted);
        return ApiJson.Ok(new JsonObject
        {
            ["stats"] = ExecutionJson.Stats(found.Where(e => wanted.Count == 0 || wanted.Contains(e.Node.NodeId))),
        });
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var node = query["ActivityNodeId"].ToString();
        var (procedure, all) = await reader.ReadAsync(query["WorkflowInstanceId"], context.RequestAborted);
        if (procedure is null) return ApiJson.List([]);
        var stack = new CallStack(procedure, all);
        return ApiJson.List(all.Where(e => node.Length == 0 || e.Node.NodeId == node)
            .Select(e => Write(procedure, stack, e, Caller.Of(context).Language)));
    }

    private async Task<IResult> OneAsync(HttpContext context)
    {
        if (ExecutionReader.Parse(context.Request.Query["id"]) is not var (id, activation)) return Nothing();
        var (procedure, all) = await reader.ReadAsync(id, context.RequestAborted);
        return all.FirstOrDefault(e => e.Activation == activation) is { } found
            ? ApiJson.Ok(Write(procedure!, new CallStack(procedure!, all), found, Caller.Of(context).Language))
            : Nothing();
    }

    private async Task<IResult> StackAsync(string id, HttpContext context)
    {
        var items = new List<JsonNode>();
        var across = context.Request.Query["includeCrossWorkflowChain"].ToString()
            .Equals("true", StringComparison.OrdinalIgnoreCase);
        for (var at = ExecutionReader.Parse(id); at is var (procedureId, activation);)
        {
            var (procedure, all) = await reader.ReadAsync(procedureId, context.RequestAborted);
            if (all.FirstOrDefault(e => e.Activation == activation) is not { } execution) break;
            var stack = new CallStack(procedure!, all);
            items.InsertRange(0, stack.To(execution)
                .Select(e => Write(procedure!, stack, e, Caller.Of(context).Language)));
            at = across ? await OpenerOfAsync(procedure!, context.RequestAborted) : null;
        }
        for (var depth = 0; depth < items.Count; depth++) items[depth]["callStackDepth"] = depth;
        var answer = ApiJson.Stretch(items, items.Count);
        answer["activityExecutionId"] = id;
        return ApiJson.Ok(answer);
    }

    // Known while the parent still waits for this procedure: afterwards nothing says which activity opened it.
    private async Task<(string ProcedureId, int Activation)?> OpenerOfAsync(Procedure child,
        CancellationToken cancel) =>
        child.Parent is { Wait: { } wait } link && await store.LoadAsync(link.ProcedureId, cancel) is { } parent
        && parent.FindWait(wait) is { } open ? (parent.Id, open.Activation) : null;

    private static JsonNode Write(Procedure procedure, CallStack stack, Execution execution, Language language) =>
        ExecutionJson.Write(procedure, execution, stack.CauseOf(execution), stack.To(execution).Length - 1, language);

    private static IResult Nothing() => ApiJson.NotFound((
            "There is no such execution.", "Il n'y a pas de telle exécution."));
}
