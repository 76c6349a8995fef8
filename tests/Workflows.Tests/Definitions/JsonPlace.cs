using System.Text.Json.Nodes;

namespace Procedures.Definitions;

/// <summary>Changes one place of a JSON text, named as findings name places.</summary>
internal static class JsonPlace
{
    public static string Set(string json, string place, string value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = place[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var owner = root;
        foreach (var step in steps[..^1]) owner = Step(owner, step);
        var node = JsonNode.Parse(value);
        if (steps[^1][0] == '[') owner[Index(steps[^1])] = node;
        else owner[steps[^1]] = node;
        return root.ToJsonString();
    }

    private static JsonNode Step(JsonNode owner, string step) =>
        (step[0] == '[' ? owner[Index(step)] : owner[step]) ?? throw new ArgumentException($"There is no {step}.");

    private static int Index(string step) => int.Parse(step[1..^1]);
}
