using System.Text.Json;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Comparison;

/// <summary>What changed in a definition apart from its activities.</summary>
internal static class WholeComparison
{
    private static readonly (string Member, Bilingual Name)[] Lists =
    [
        ("variables", ("variable", "variable")), ("inputs", ("input", "entrée")), ("outputs", ("output", "sortie")),
    ];

    public static IEnumerable<Change> Between(Definition before, Definition after)
    {
        if (before.Name != after.Name) yield return Of(("name", "nom"), before.Name, after.Name);
        if ((before.Description ?? "") != (after.Description ?? ""))
            yield return Of(("description", "description"), before.Description ?? "", after.Description ?? "");
        var (outcomes, now) = (string.Join(", ", before.Outcomes), string.Join(", ", after.Outcomes));
        if (outcomes != now) yield return Of(("outcomes", "issues"), outcomes, now);
        foreach (var (member, name) in Lists)
            foreach (var change in Named(before.Document, after.Document, member, name))
                yield return change;
        foreach (var (name, old, value) in Values.Differences(Options(before.Document), Options(after.Document)))
            yield return Of(Bilingual.Same(name), old, value);
        foreach (var (name, old, value) in Values.Differences(before.CustomProperties, after.CustomProperties))
            yield return Of(Bilingual.Same(name), old, value);
    }

    private static IEnumerable<Change> Named(JsonElement before, JsonElement after, string member, Bilingual name)
    {
        var (old, now) = (ByName(before, member), ByName(after, member));
        foreach (var gone in old.Keys.Except(now.Keys))
            yield return new Change(ChangeKind.Removed, null, (
                $"The {name.English} “{gone}” was removed.", $"« {gone} » ({name.French}) : supprimé."));
        foreach (var (key, text) in now)
            if (!old.TryGetValue(key, out var was))
                yield return new Change(ChangeKind.Added, null, (
                    $"The {name.English} “{key}” was added.", $"« {key} » ({name.French}) : ajouté."));
            else if (was != text)
                yield return new Change(ChangeKind.Changed, null, (
                    $"The {name.English} “{key}” was changed.", $"« {key} » ({name.French}) : modifié."));
    }

    private static Dictionary<string, string> ByName(JsonElement json, string member)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty(member, out var list) || list.ValueKind != JsonValueKind.Array) return found;
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String)
                found[name.GetString()!] = ValueJson.ToJson(ValueJson.FromElement(item));
        return found;
    }

    private static Value.Map Options(JsonElement json) =>
        json.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Object
            ? (Value.Map)ValueJson.FromElement(options) : Value.Map.Empty;

    private static Change Of(Bilingual what, string before, string after)
    {
        var sentence = Values.Sentence(what, before, after);
        return new Change(ChangeKind.Changed, null, (
            $"The definition – {sentence.English}", $"La définition – {sentence.French}"));
    }
}
