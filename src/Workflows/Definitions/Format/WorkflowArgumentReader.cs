using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>Reads what a definition takes and gives: its workflow inputs and outputs.</summary>
internal static class WorkflowArgumentReader
{
    public static ImmutableArray<WorkflowInput> Inputs(JsonObjectReader definition)
    {
        var names = new HashSet<string>();
        return [.. definition.Objects("inputs").Where(json => IsNamed(json, names)).Select(Input)];
    }

    public static ImmutableArray<WorkflowOutput> Outputs(JsonObjectReader definition)
    {
        var names = new HashSet<string>();
        return [.. definition.Objects("outputs").Where(json => IsNamed(json, names)).Select(json => new WorkflowOutput(
            json.Text("name")!, Type(json), json.Truth("isArray"), DisplayName(json), json.Text("description") ?? ""))];
    }

    private static WorkflowInput Input(JsonObjectReader json)
    {
        var (type, isArray) = (Type(json), json.Truth("isArray"));
        return new WorkflowInput(json.Text("name")!, type, isArray, DisplayName(json), json.Text("description") ?? "")
        {
            Category = json.Text("category") ?? "",
            UiHint = json.Text("uiHint") ?? "singleline",
            Default = Default(json, isArray ? type + "[]" : type),
            Members = (Value.Map)ValueJson.FromElement(json.Element),
        };
    }

    private static Value Default(JsonObjectReader json, string type)
    {
        if (json.Any("defaultValue") is not { } element) return Value.Undefined;
        var converted = TypedValue.Convert(ValueJson.FromElement(element), type);
        if (converted.Problem is { } problem) json.Log.Error(json.At("defaultValue"), null, problem);
        return converted.Value;
    }

    private static string Type(JsonObjectReader json) => json.Text("type") ?? "Object";

    private static string DisplayName(JsonObjectReader json) =>
        json.Text("displayName") is { Length: > 0 } text ? text : json.Text("name")!;

    private static bool IsNamed(JsonObjectReader json, HashSet<string> names)
    {
        // A name of the wrong kind was found by Text already; here the place without any name is reported.
        var name = json.Text("name");
        if (string.IsNullOrWhiteSpace(name))
        {
            json.Log.Error(json.Place, null, ("It has no name.", "Le nom manque."));
            return false;
        }
        if (names.Add(name)) return true;
        json.Log.Error(json.At("name"), null, (
            $"The name {Quote.Of(name).English} stands twice.", $"Le nom {Quote.Of(name).French} figure deux fois."));
        return false;
    }
}
