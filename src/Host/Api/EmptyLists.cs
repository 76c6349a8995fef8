using System.Text.Json.Nodes;

namespace Procedures.Api;

/// <summary>Lists of features that this host does not have: Studio needs an empty answer, or a panel stays dead.</summary>
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
        foreach (var path in (string[])["/tests/activities", "/alterations/submit", "/alterations/workflows/retry"])
            api.MapPost(path, (HttpContext context) => ApiJson.Refuse([Caller.Of(context).Say(NotHere)]));
    }

    private static readonly Bilingual NotHere = (
        "This host does not offer that. Try a definition with the command “rehearse”.",
        "Ce serveur ne le propose pas. Essayez une définition avec la commande « rehearse ».");
}
