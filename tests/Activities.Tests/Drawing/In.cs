using System.Text.Json.Nodes;

namespace Procedures.Tests.Drawing;

/// <summary>Inputs as Studio writes them.</summary>
internal static class In
{
    public static JsonObject Text(string value) => Expression("Literal", value);
    public static JsonObject Script(string value) => Expression("JavaScript", value);
    public static JsonObject Json(string value) => Expression("Object", value);

    public static JsonObject Output(string target) =>
        new() { ["memoryReference"] = new JsonObject { ["id"] = target } };

    private static JsonObject Expression(string type, string value) => new()
    {
        ["typeName"] = null, ["memoryReference"] = null,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };
}
