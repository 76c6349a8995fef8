using System.Text.Json.Nodes;
using Procedures.Catalog;

namespace Procedures.Activities.Descriptors;

/// <summary>Stands in for activities of unknown types while a definition is in the designer.</summary>
/// <remarks>
/// Studio shows a blank canvas, and empties the definition at the next save, when it meets a type without descriptor.
/// So such an activity goes out as Elsa.NotFoundActivity with its own JSON inside, and comes back as it was.
/// </remarks>
public static class Placeholders
{
    private const string Type = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";

    /// <summary>A copy of the JSON in which no activity is of a type that the catalog lacks.</summary>
    public static JsonNode Hide(JsonNode json, ActivityCatalog catalog) =>
        Hide(json, (type, version) => catalog.Find(type, version) is not null);

    /// <summary>A copy of the JSON in which no activity is of a type that is not known.</summary>
    /// <param name="isKnown">Whether the designer has a descriptor for a type name and a version.</param>
    public static JsonNode Hide(JsonNode json, Func<string, int, bool> isKnown) => Changed(json.DeepClone(), activity =>
        TypeOf(activity) is { } type && !isKnown(type.Name, type.Version) ? Placeholder(activity, type) : null);

    /// <summary>A copy of the JSON in which every placeholder is the activity that it stood for.</summary>
    /// <remarks>Where the activity stands, what it is called and its id are taken from the placeholder.</remarks>
    public static JsonNode Restore(JsonNode json) => Changed(json.DeepClone(), activity =>
        TypeOf(activity) is { Name: Type } && Text(activity[Original]) is { } original
            ? Restored(activity, original) : null);

    private static JsonNode Changed(JsonNode node, Func<JsonObject, JsonObject?> change)
    {
        if (node is JsonObject found && change(found) is { } changed) return changed;
        if (node is JsonObject members)
            foreach (var (name, value) in members.ToArray())
                if (value is not null && Changed(value, change) is var inner && inner != value) members[name] = inner;
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                if (items[i] is { } item && Changed(item, change) is var inner && inner != item) items[i] = inner;
        return node;
    }

    // Only an activity has an id, a type and a node id or a version; variables and expressions have not all of them.
    private static (string Name, int Version)? TypeOf(JsonObject json)
    {
        if (Text(json["id"]) is null || Text(json["type"]) is not { Length: > 0 } type) return null;
        if (json["version"] is null && json["nodeId"] is null) return null;
        return (type, json["version"] is JsonValue version && version.TryGetValue<int>(out var number) ? number : 1);
    }

    private static JsonObject Placeholder(JsonObject activity, (string Name, int Version) type)
    {
        var metadata = activity["metadata"] is JsonObject shown ? (JsonObject)shown.DeepClone() : [];
        metadata["displayText"] = $"Not Found: {type.Name}";
        return new JsonObject
        {
            ["id"] = activity["id"]!.DeepClone(), ["nodeId"] = activity["nodeId"]?.DeepClone(),
            ["name"] = activity["name"]?.DeepClone(), ["type"] = Type, ["version"] = 1, ["metadata"] = metadata,
            ["customProperties"] = activity["customProperties"]?.DeepClone() ?? new JsonObject(),
            ["missingTypeName"] = type.Name, ["missingTypeVersion"] = type.Version,
                [Original] = activity.ToJsonString(),
        };
    }

    private static JsonObject? Restored(JsonObject placeholder, string original)
    {
        JsonObject? activity;
        try
        {
            activity = JsonNode.Parse(original) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
        if (activity is null) return null;
        activity["id"] = placeholder["id"]!.DeepClone();
        if (placeholder["metadata"]?["designer"] is { } designer)
        {
            if (activity["metadata"] is not JsonObject metadata) activity["metadata"] = metadata = [];
            metadata["designer"] = designer.DeepClone();
        }
        return activity;
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
