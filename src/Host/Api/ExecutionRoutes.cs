using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>How often activities ran, which ones wait, and what came of each execution.</summary>
internal sealed class ExecutionRoutes(IProcedureStore store)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/activity-executions/report", (Delegate)ReportAsync);
        api.MapGet("/activity-executions/list", (Delegate)ListAsync);
        api.MapGet("/activity-execution-summaries/list", (Delegate)ListAsync);
        api.MapGet("/activity-executions/by-id", async (string id, CancellationToken cancel) =>
            await FindAsync(id, cancel) is var (procedure, execution)
                ? ApiJson.Ok(Write(procedure, execution)) : ApiJson.NotFound("There is no such execution."));
        api.MapGet("/activity-executions/{id}/call-stack", async (string id, CancellationToken cancel) =>
        {
            var answer = ApiJson.Stretch(
                await FindAsync(id, cancel) is var (procedure, execution) ? [Write(procedure, execution)] : [], 1);
            answer["activityExecutionId"] = id;
            return ApiJson.Ok(answer);
        });
    }

    private async Task<IResult> ReportAsync(HttpContext context)
    {
        var body = await ApiJson.BodyAsync(context) ?? [];
        var wanted = ApiJson.TextsOf(body["activityNodeIds"]).ToHashSet(StringComparer.Ordinal);
        var (_, executions) = await ReadAsync(ApiJson.TextOf(body["workflowInstanceId"]), context.RequestAborted);
        var stats = executions.GroupBy(e => e.Node.NodeId).Where(g => wanted.Count == 0 || wanted.Contains(g.Key)).Select(Stats);
        return ApiJson.Ok(new JsonObject { ["stats"] = ApiJson.ArrayOf(stats) });
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var node = query["ActivityNodeId"].ToString();
        var (procedure, executions) = await ReadAsync(query["WorkflowInstanceId"], context.RequestAborted);
        return ApiJson.List(executions.Where(e => node.Length == 0 || e.Node.NodeId == node).Select(e => Write(procedure!, e)));
    }

    private async Task<(Procedure Procedure, Execution Execution)?> FindAsync(string id, CancellationToken cancel)
    {
        var cut = id.LastIndexOf(':');
        if (cut < 1 || !int.TryParse(id.AsSpan(cut + 1), out var activation)) return null;
        var (procedure, executions) = await ReadAsync(id[..cut], cancel);
        return executions.FirstOrDefault(e => e.Activation == activation) is { } found ? (procedure!, found) : null;
    }

    private async Task<(Procedure? Procedure, ImmutableArray<Execution> Executions)> ReadAsync(
        string? procedureId, CancellationToken cancel)
    {
        if (procedureId is null || await store.LoadAsync(procedureId, cancel) is not { } procedure) return (null, []);
        var entries = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(procedureId, cancel)) entries.Add(entry);
        return (procedure, Execution.Of(procedure, entries));
    }

    private static JsonNode Stats(IGrouping<string, Execution> executions) => new JsonObject
    {
        ["activityId"] = executions.First().Node.Id, ["activityNodeId"] = executions.Key,
        ["startedCount"] = executions.Count(),
        ["completedCount"] = executions.Count(e => e.Status == JournalEvent.Completed),
        ["uncompletedCount"] = executions.Count(e => e.EndedAt is null),
        ["isBlocked"] = executions.Any(e => e.IsWaiting),
        ["isFaulted"] = executions.Any(e => e.Status == JournalEvent.Faulted),
        ["aggregateFaultCount"] = executions.Count(e => e.Status == JournalEvent.Faulted),
        ["metadata"] = new JsonObject(),
    };

    private static JsonObject Write(Procedure procedure, Execution execution)
    {
        var incident = procedure.Incidents.LastOrDefault(i => i.Activation == execution.Activation);
        return new JsonObject
        {
            ["id"] = InstanceJson.ExecutionId(procedure.Id, execution.Activation),
            ["workflowInstanceId"] = procedure.Id, ["activityId"] = execution.Node.Id,
            ["activityNodeId"] = execution.Node.NodeId, ["activityType"] = execution.Node.Type,
            ["activityTypeVersion"] = execution.Node.Version, ["activityName"] = execution.Node.Name,
            ["activityState"] = new JsonObject(),
            ["payload"] = new JsonObject { ["Outcomes"] = ApiJson.Texts(execution.Outcomes) },
            ["outputs"] = new JsonObject(), ["properties"] = new JsonObject(), ["metadata"] = new JsonObject(),
            ["exception"] = incident is null ? null : InstanceJson.Exception(incident),
            ["startedAt"] = DefinitionJson.Moment(execution.StartedAt), ["hasBookmarks"] = execution.IsWaiting,
            ["status"] = execution.Status, ["aggregateFaultCount"] = execution.Status == JournalEvent.Faulted ? 1 : 0,
            ["completedAt"] = execution.EndedAt is { } end ? DefinitionJson.Moment(end) : null,
            ["schedulingActivityExecutionId"] = null, ["schedulingActivityId"] = null,
            ["schedulingWorkflowInstanceId"] = null, ["callStackDepth"] = 0,
        };
    }
}
