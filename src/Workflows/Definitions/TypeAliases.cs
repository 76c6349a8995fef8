using System.Collections.Frozen;

namespace Procedures.Definitions;

/// <summary>Elsa's short names of value types, and the long .NET names that older exports hold instead.</summary>
public static class TypeAliases
{
    private const int LongestName = 1000;

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["Object"] = "Object", ["String"] = "String", ["Boolean"] = "Boolean", ["Int16"] = "Int16",
        ["Int32"] = "Int32", ["Int64"] = "Int64", ["Single"] = "Single", ["Double"] = "Double",
        ["Decimal"] = "Decimal", ["Guid"] = "Guid", ["DateTime"] = "DateTime", ["DateOnly"] = "DateOnly",
        ["DateTimeOffset"] = "DateTimeOffset", ["TimeSpan"] = "TimeSpan", ["ByteArray"] = "ByteArray",
        ["Stream"] = "Stream", ["JSON"] = "JSON", ["JsonElement"] = "JsonElement", ["JsonNode"] = "JsonNode",
        ["JsonObject"] = "JsonObject", ["JsonArray"] = "JsonArray", ["StringDictionary"] = "StringDictionary",
        ["ObjectDictionary"] = "ObjectDictionary", ["StringMap"] = "StringMap", ["ObjectMap"] = "ObjectMap",
        ["bool"] = "Boolean", ["short"] = "Int16", ["int"] = "Int32", ["long"] = "Int64", ["float"] = "Single",
        ["System.IO.Stream"] = "Stream", ["System.Dynamic.ExpandoObject"] = "JSON",
        ["System.Text.Json.JsonElement"] = "JsonElement", ["System.Text.Json.Nodes.JsonNode"] = "JsonNode",
        ["System.Text.Json.Nodes.JsonObject"] = "JsonObject", ["System.Text.Json.Nodes.JsonArray"] = "JsonArray",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Collections = FrozenSet.Create(
        "List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "Collection",
        "HashSet", "ISet", "ImmutableArray", "ImmutableList");

    /// <summary>The alias of a type name: "System.String[], System.Private.CoreLib" is "String[]".</summary>
    /// <returns>
    /// An alias with its suffixes "?" and "[]"; the bare name for Elsa's own types (FlowJoinMode, FaultStrategy);
    /// for other types the name without assembly; "Object" when there is no name.
    /// </returns>
    public static string Resolve(string? typeName)
    {
        var name = typeName?.Trim();
        if (string.IsNullOrEmpty(name)) return "Object";
        return name.Length > LongestName ? name : Plain(WithoutAssembly(name));
    }

    private static string Plain(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal)) return ArrayOf(Resolve(name[..^2]));
        if (name.EndsWith('?')) return Resolve(name[..^1]) + "?";
        if (Known.TryGetValue(name, out var alias)) return alias;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick > 0) return Generic(name[..tick], name);
        if (name.StartsWith("System.", StringComparison.Ordinal) && Known.TryGetValue(name[7..], out var system))
            return system;
        return name == "System.Byte" ? "Byte"
            : name.StartsWith("Elsa.", StringComparison.Ordinal) ? LastPart(name) : name;
    }

    private static string Generic(string outer, string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var arguments = open < 0 ? [] : Arguments(name[(open + 1)..].TrimEnd(']') + "]");
        var simple = LastPart(outer);
        if (arguments.Count == 1 && simple == "Nullable") return Resolve(arguments[0]) + "?";
        if (arguments.Count == 1 && Collections.Contains(simple)) return ArrayOf(Resolve(arguments[0]));
        if (arguments.Count == 2 && simple is "Dictionary" or "IDictionary")
        {
            var kind = arguments.Count == 2 && Resolve(arguments[1]) == "String" ? "String" : "Object";
            return kind + (simple == "Dictionary" ? "Map" : "Dictionary");
        }
        return outer;
    }

    private static string ArrayOf(string element) => element == "Byte" ? "ByteArray" : element + "[]";

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    private static string WithoutAssembly(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '[') depth++;
            else if (name[i] == ']') depth--;
            else if (name[i] == ',' && depth <= 0) return name[..i].Trim();
        }
        return name;
    }

    /// <summary>The names between the inner brackets of "[A, x],[B, y]".</summary>
    private static List<string> Arguments(string text)
    {
        var found = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[' && depth++ == 0) start = i + 1;
            else if (text[i] == ']' && --depth == 0) found.Add(text[start..i]);
        }
        return found;
    }
}
