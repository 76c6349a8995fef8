using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Reads the cases of Elsa's switches: a label, a condition and, outside flowcharts, an activity.</summary>
internal static class SwitchCases
{
    /// <summary>One case, named by its place in the list: "cases[0]".</summary>
    public sealed record Case(string Key, string? Label, InputBinding? Condition, JsonObjectReader? Activity);

    /// <summary>The cases, whether they stand as a list, as an expression, or as a JSON text.</summary>
    public static IEnumerable<Case> Read(JsonObjectReader activity, string member)
    {
        if (List(activity, member) is not { } list) yield break;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var json = activity with { Element = item, Place = JsonPath.Item(activity.At(member), index) };
            if (item.ValueKind == JsonValueKind.Object) yield return One(json, JsonPath.Item(member, index));
            else JsonKind.Object.Report(item, json.Place, json);
            index++;
        }
    }

    /// <summary>The labels of the cases, which are the ports of a switch in a flowchart.</summary>
    public static IEnumerable<string> Labels(JsonElement activity, string member)
    {
        if (!activity.TryGetProperty(member, out var json) || List(json) is not { } list) yield break;
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("label", out var label)
                && label.ValueKind == JsonValueKind.String)
                yield return label.GetString()!;
    }

    private static Case One(JsonObjectReader json, string key)
    {
        var label = json.Text("label");
        if (string.IsNullOrWhiteSpace(label))
            json.Log.Error(json.At("label"), json.Activity, ("The case has no label.", "Le cas n’a pas d’intitulé."));
        return new Case(key, label, Condition(json), json.Inner("activity"));
    }

    private static InputBinding? Condition(JsonObjectReader json)
    {
        if (json.Inner("condition") is { } condition)
        {
            var expression = condition.Any("type") is null ? condition.Inner("expression") ?? condition : condition;
            return ExpressionReader.Read(expression, "Boolean", condition.Place);
        }
        if (json.Any("condition") is null)
            json.Log.Error(json.Place, json.Activity, (
                "The case has no condition; it is never chosen.",
                "Le cas n’a pas de condition ; il n’est jamais retenu."));
        return null;
    }

    private static JsonElement? List(JsonObjectReader activity, string member)
    {
        if (activity.Any(member) is not { } json) return null;
        return List(json);
    }

    private static JsonElement? List(JsonElement json)
    {
        if (InputReader.IsExpression(json))
            json = json.GetProperty("expression").TryGetProperty("value", out var value) ? value : default;
        if (json.ValueKind == JsonValueKind.String && JsonText.Load(json.GetString()!) is { Problem: null } text)
            json = text.Root;
        return json.ValueKind == JsonValueKind.Array ? json : null;
    }
}
