using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Which versions the activities of a drawing stand for, when definitions are used as activities.</summary>
internal sealed class References(IProcedureStore store)
{
    /// <summary>
    /// Names a version wherever none is named, or one that does not exist: the published one. What names a version
    /// keeps it.
    /// </summary>
    public async Task<string> ResolveAsync(string document, CancellationToken cancel)
    {
        if (JsonNode.Parse(document) is not JsonObject json || !await ResolveAsync(json, cancel)) return document;
        return json.ToJsonString();
    }

    /// <summary>Makes activities that stand for a definition stand for that version of it.</summary>
    /// <returns>False when nothing had to be changed.</returns>
    public static bool Point(JsonNode? json, DefinitionRow version)
    {
        var isChanged = false;
        foreach (var activity in Of(json).Where(a => Text(a, "workflowDefinitionId") == version.DefinitionId).ToArray())
            if (Text(activity, "workflowDefinitionVersionId") != version.Id)
            {
                Name(activity, version.Id, version.Version);
                isChanged = true;
            }
        return isChanged;
    }

    private async Task<bool> ResolveAsync(JsonObject json, CancellationToken cancel)
    {
        var isChanged = false;
        foreach (var activity in Of(json).ToArray())
        {
            var definitionId = Text(activity, "workflowDefinitionId")!;
            if (Text(activity, "workflowDefinitionVersionId") is { } versionId
                && (await store.FindAnyVersionAsync(versionId, cancel))?.DefinitionId == definitionId) continue;
            if (await store.FindDefinitionAsync(definitionId, VersionChoice.Published, cancel) is not { } published)
                continue;
            Name(activity, published.Id, published.Version);
            isChanged = true;
        }
        return isChanged;
    }

    private static void Name(JsonObject activity, string versionId, int version)
    {
        activity["version"] = version;
        activity["workflowDefinitionVersionId"] = versionId;
        activity["latestAvailablePublishedVersion"] = version;
        activity["latestAvailablePublishedVersionId"] = versionId;
    }

    private static IEnumerable<JsonObject> Of(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(m => m.Value).SelectMany(Of)
            .Concat(Text(json, "workflowDefinitionId") is not null && Text(json, "type") is not null ? [json] : []),
        JsonArray list => list.SelectMany(Of),
        _ => [],
    };

    private static string? Text(JsonObject json, string member) => ApiJson.TextOf(json[member]);
}
