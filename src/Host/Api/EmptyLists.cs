using System.Text.Json.Nodes;

namespace Procedures.Api;

/// <summary>Lists of features that this host lacks: Studio needs an empty answer, or a panel stays dead.</summary>
internal static class EmptyLists
{
    private static readonly string[] Paths = ["/resilience/strategies", "/resilience/retries/{id}", "/alterations"];

    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var path in Paths)
            api.MapGet(path, () => ApiJson.Ok(new JsonObject
            {
                ["items"] = new JsonArray(), ["count"] = 0, ["totalCount"] = 0,
            }));
        api.MapPost("/secrets/picker", () => ApiJson.List([]));
    }
}
