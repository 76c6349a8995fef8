using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Procedures.Activities.Descriptors;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Definitions as Studio reads them: with node ids, links, and placeholders for unknown activities.</summary>
internal sealed class DefinitionJson(DefinitionActivities activities, DefinitionReader reader)
{
    /// <summary>The member of customProperties that says which save Studio has in its hands.</summary>
    /// <remarks>Studio sends customProperties back untouched; it is taken out before anything is stored.</remarks>
    public const string Revision = "procedures.revision";

    private const int MostRemembered = 64;
    private readonly ConcurrentDictionary<string, string> _written = new(StringComparer.Ordinal);
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];
    private static readonly string[] Objects = ["customProperties", "options"];

    /// <summary>A version on the shelf.</summary>
    public async Task<JsonObject> WriteAsync(StoredDefinition stored, CancellationToken cancel)
    {
        var json = Write(stored.Document, await activities.KnownAsync(cancel));
        json["id"] = stored.Id;
        json["definitionId"] = stored.DefinitionId;
        json["name"] = stored.Name;
        json["version"] = stored.Version;
        json["isLatest"] = stored.IsLatest;
        json["isPublished"] = stored.IsPublished;
        json["createdAt"] = Moment(stored.CreatedAt);
        json["customProperties"]![Revision] = RevisionOf(stored);
        json["links"] = Links(stored.DefinitionId, ApiJson.TruthOf(json["isReadonly"]) == true);
        return json;
    }

    /// <summary>What a procedure runs, whatever has become of that version on the shelf. It cannot be edited.</summary>
    /// <param name="id">The id by which Studio asked for it.</param>
    public async Task<JsonObject> WriteKeptAsync(string document, string id, CancellationToken cancel)
    {
        var json = Write(document, await activities.KnownAsync(cancel));
        json["id"] = id;
        json["isLatest"] = false;
        json["isPublished"] = false;
        json["links"] = Links(ApiJson.TextOf(json["definitionId"]) ?? "", isReadOnly: true);
        return json;
    }

    /// <summary>The row of a list.</summary>
    public static JsonObject Summary(JsonObject definition) => new()
    {
        ["id"] = definition["id"]?.DeepClone(), ["definitionId"] = definition["definitionId"]?.DeepClone(),
        ["name"] = definition["name"]?.DeepClone(), ["description"] = definition["description"]?.DeepClone(),
        ["version"] = definition["version"]?.DeepClone(), ["toolVersion"] = definition["toolVersion"]?.DeepClone(),
        ["isLatest"] = definition["isLatest"]?.DeepClone(), ["isPublished"] = definition["isPublished"]?.DeepClone(),
        ["isReadonly"] = definition["isReadonly"]?.DeepClone(), ["providerName"] = null, ["materializerName"] = "Json",
        ["isMaterializerAvailable"] = true, ["createdAt"] = definition["createdAt"]?.DeepClone(),
        ["links"] = definition["links"]?.DeepClone(),
    };

    /// <summary>Which save the stored text is.</summary>
    public static string RevisionOf(StoredDefinition stored) => Moment(stored.SavedAt);

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O");

    private JsonObject Write(string document, Func<string, int, bool> isKnown)
    {
        var json = (JsonObject)Placeholders.Hide(JsonNode.Parse(WithNodeIds(document))!, isKnown);
        json.Remove("$schema");
        foreach (var name in Lists) json[name] ??= new JsonArray();
        foreach (var name in Objects) json[name] ??= new JsonObject();
        json["isReadonly"] ??= false;
        json["materializerName"] ??= "Json";
        if (json["toolVersion"] is not null && !Version.TryParse(ApiJson.TextOf(json["toolVersion"]), out _))
            json["toolVersion"] = null;
        return json;
    }

    // Studio asks for the same text again and again: after each save, for each procedure, on each change of tab.
    private string WithNodeIds(string document)
    {
        if (_written.TryGetValue(document, out var known)) return known;
        var text = reader.Read(document).Definition is { } definition ? DefinitionWriter.Write(definition) : document;
        if (_written.Count >= MostRemembered) _written.Clear();
        return _written[document] = text;
    }

    private static JsonArray Links(string definitionId, bool isReadOnly)
    {
        var path = $"/workflow-definitions/{Uri.EscapeDataString(definitionId)}";
        var links = new List<JsonNode> { Link(path, "self", "GET"), Link($"{path}/export", "export", "GET") };
        if (isReadOnly) return ApiJson.ArrayOf(links);
        links.AddRange(
        [
            Link($"{path}/versions", "versions", "GET"), Link($"{path}/execute", "execute", "POST"),
            Link($"{path}/publish", "publish", "POST"), Link($"{path}/retract", "retract", "POST"),
            Link(path, "delete", "DELETE"), Link("/workflow-definitions/import", "import", "POST"),
            Link($"{path}/update-references", "update-references", "POST"),
        ]);
        return ApiJson.ArrayOf(links);
    }

    /// <summary>What can be done with the list as a whole.</summary>
    public static JsonArray ListLinks() => ApiJson.ArrayOf(
    [
        Link("/workflow-definitions", "self", "GET"), Link("/workflow-definitions", "create", "POST"),
        Link("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        Link("/workflow-definitions/import", "import", "POST"),
        Link("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        Link("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        Link("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        Link("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
    ]);

    private static JsonObject Link(string href, string rel, string method) =>
        new() { ["href"] = href, ["rel"] = rel, ["method"] = method };
}
