using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>What Studio asks about nested activities, and which definitions open others.</summary>
internal sealed class GraphRoutes(IProcedureStore store, DefinitionReader reader, Usage usage)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{id}", SubgraphAsync);
        api.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync);
        api.MapGet("/workflow-definitions/{definitionId}/consumers",
            async (string definitionId, CancellationToken cancel) => ApiJson.Ok(new JsonObject
            {
                ["consumingWorkflowDefinitionIds"] = ApiJson.Texts(await usage.OpenersAsync(definitionId, cancel)),
            }));
    }

    private async Task<IResult> SubgraphAsync(string id, HttpContext context)
    {
        var wanted = context.Request.Query["parentNodeId"].ToString();
        if (await ReadAsync(id, context.RequestAborted) is not { } definition) return Nothing();
        var node = wanted.Length == 0 ? definition.Root : definition.Nodes.FirstOrDefault(n => n.NodeId == wanted);
        return node is null ? Nothing() : ApiJson.Ok(Graph(node, null));
    }

    private async Task<IResult> SegmentsAsync(string id, HttpContext context)
    {
        var wanted = context.Request.Query["childNodeId"].ToString();
        if (await ReadAsync(id, context.RequestAborted) is not { } definition
            || PathTo(definition.Root, wanted) is not [.., var child] path) return Nothing();
        var container = path.Count > 1 ? path[^2] : child;
        return ApiJson.Ok(new JsonObject
        {
            ["childNode"] = Graph(child, null), ["container"] = Graph(container, null),
            ["pathSegments"] = ApiJson.ArrayOf(path.Take(path.Count - 1).Zip(path.Skip(1), Segment)),
        });
    }

    private async Task<Definition?> ReadAsync(string id, CancellationToken cancel)
    {
        var text = KeptDefinition.HashIn(id) is { } hash
            ? await store.FindDefinitionDocumentAsync(hash, cancel)
            : (await store.FindVersionAsync(id, cancel))?.Document;
        return text is null ? null : reader.Read(text).Definition;
    }

    private static List<ActivityNode>? PathTo(ActivityNode node, string nodeId)
    {
        if (node.NodeId == nodeId) return [node];
        return node.Children.Concat(node.Ports.Values).Select(inner => PathTo(inner, nodeId))
            .FirstOrDefault(path => path is not null) is { } found ? [node, .. found] : null;
    }

    private static JsonObject Graph(ActivityNode node, string? port)
    {
        var activity = JsonNode.Parse(node.Json.GetRawText())!.AsObject();
        activity["nodeId"] = node.NodeId;
        return new JsonObject
        {
            ["activity"] = activity, ["nodeId"] = node.NodeId, ["port"] = port ?? "Root", ["parents"] = new JsonArray(),
            ["children"] = ApiJson.ArrayOf(
            [
                .. node.Children.Select(c => Graph(c, "Activities")), .. node.Ports.Select(p => Graph(p.Value, p.Key)),
            ]),
        };
    }

    private static JsonNode Segment(ActivityNode node, ActivityNode next) => new JsonObject
    {
        ["activityNodeId"] = node.NodeId, ["activityId"] = node.Id, ["activityType"] = node.Type,
        ["portName"] = node.Ports.FirstOrDefault(p => p.Value == next).Key ?? "Activities",
    };

    private static IResult Nothing() => ApiJson.NotFound((
            "There is no such activity.", "Il n'y a pas de telle activité."));
}
