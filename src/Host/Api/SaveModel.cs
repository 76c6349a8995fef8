using System.Text.Json.Nodes;
using Procedures.Activities.Descriptors;

namespace Procedures.Api;

/// <summary>A definition as Studio sends it, freed of what belongs to the conversation and not to the definition.</summary>
/// <param name="Json">The definition, with the activities that placeholders stood for.</param>
/// <param name="Echo">Which save the sender had in hands; null when it does not say.</param>
/// <param name="EchoedId">The id of the version that the sender had in hands.</param>
internal sealed record SaveModel(JsonObject Json, string? Echo, string? EchoedId)
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];
    private static readonly string[] Objects = ["customProperties", "options"];

    public string? DefinitionId => ApiJson.TextOf(Json["definitionId"]);
    public string Name => ApiJson.TextOf(Json["name"])?.Trim() ?? "";

    public static SaveModel Read(JsonObject sent)
    {
        var json = (JsonObject)Placeholders.Restore(sent);
        foreach (var name in (string[])["links", "$schema", "isMaterializerAvailable"]) json.Remove(name);
        foreach (var name in Lists) if (json[name] is not JsonArray) json[name] = new JsonArray();
        foreach (var name in Objects) if (json[name] is not JsonObject) json[name] = new JsonObject();
        var properties = (JsonObject)json["customProperties"]!;
        var echo = ApiJson.TextOf(properties[DefinitionJson.Revision]);
        properties.Remove(DefinitionJson.Revision);
        if (json["root"] is not JsonObject)
            json["root"] = new JsonObject
            {
                ["id"] = "flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1",
            };
        return new SaveModel(json, echo, ApiJson.TextOf(json["id"]));
    }

    /// <summary>The text as it will be stored.</summary>
    public string WriteAs(string id, string definitionId, int version, string name, DateTimeOffset createdAt)
    {
        var json = (JsonObject)Json.DeepClone();
        json["id"] = id;
        json["definitionId"] = definitionId;
        json["name"] = name;
        json["version"] = version;
        json["isLatest"] = true;
        json["isPublished"] = false;
        json["createdAt"] = DefinitionJson.Moment(createdAt);
        json["materializerName"] = "Json";
        return json.ToJsonString();
    }

    /// <summary>Whether the canvas is empty.</summary>
    public static bool IsEmpty(JsonObject? definition) =>
        definition?["root"] is JsonObject root
        && ApiJson.TextOf(root["type"]) == "Elsa.Flowchart" && root["activities"] is not JsonArray { Count: > 0 };
}
