using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Comparison;

/// <summary>Values of a definition as texts that can be set side by side.</summary>
internal static class Values
{
    private const int LongestShown = 160;

    /// <summary>
    /// What a member of an activity says: an expression's value, where an output goes, or the bare JSON.
    /// </summary>
    /// <returns>Empty when it says nothing.</returns>
    public static string Of(JsonElement json, string member)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out var value)) return "";
        if (value.ValueKind != JsonValueKind.Object) return Text(value);
        if (value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object)
            return expression.TryGetProperty("value", out var written) ? Text(written) : "";
        if (value.TryGetProperty("memoryReference", out var reference))
            return reference.ValueKind == JsonValueKind.Object && reference.TryGetProperty("id", out var id) ? Text(id)
                : "";
        return value.TryGetProperty("typeName", out _) ? "" : Text(value);
    }

    /// <summary>The members of two maps that differ, with what they say.</summary>
    public static IEnumerable<(string Name, string Before, string After)> Differences(Value.Map before,
        Value.Map after) =>
        before.Members.Select(m => m.Key).Union(after.Members.Select(m => m.Key), StringComparer.Ordinal)
            .Select(name => (name, Text(before[name]), Text(after[name]))).Where(d => d.Item2 != d.Item3);

    /// <summary>"Deadline rule: was “21 d”, now “28 d”." Long texts are not shown.</summary>
    public static Bilingual Sentence(Bilingual what, string before, string after)
    {
        if (before.Length > LongestShown || after.Length > LongestShown)
            return ($"{what.English}: was changed.", $"{what.French} : modifié.");
        if (before.Length == 0)
            return ($"{what.English}: now “{after}”.", $"{what.French} : désormais « {after} ».");
        return after.Length == 0
            ? ($"{what.English}: “{before}” was taken away.", $"{what.French} : « {before} » a été retiré.")
            : ($"{what.English}: was “{before}”, now “{after}”.",
                $"{what.French} : « {before} » devient « {after} ».");
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => ValueJson.ToJson(ValueJson.FromElement(value)),
    };

    private static string Text(Value value) => Plain.Text(value);
}
