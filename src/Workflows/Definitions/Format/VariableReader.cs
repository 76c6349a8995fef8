using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>Reads the variables of a definition or of a container.</summary>
internal static class VariableReader
{
    public static ImmutableArray<Variable> Read(JsonObjectReader owner)
    {
        var variables = ImmutableArray.CreateBuilder<Variable>();
        var (ids, names) = (new HashSet<string>(), new HashSet<string>());
        foreach (var json in owner.Objects("variables"))
        {
            if (ReadOne(json) is not { } variable) continue;
            variables.Add(variable);
            if (!ids.Add(variable.Id)) json.Log.Error(json.At("id"), json.Activity, Twice("id", variable.Id));
            else if (!names.Add(variable.Name))
                json.Log.Warn(json.At("name"), json.Activity, Twice("name", variable.Name));
        }
        return variables.ToImmutable();
    }

    private static Variable? ReadOne(JsonObjectReader json)
    {
        var (id, name) = (json.Text("id"), json.Text("name"));
        if (string.IsNullOrWhiteSpace(id ?? name))
        {
            json.Log.Error(json.Place, json.Activity, (
                "The variable has neither id nor name.", "La variable n’a ni identifiant ni nom."));
            return null;
        }
        if (string.IsNullOrWhiteSpace(id))
            json.Log.Warn(json.Place, json.Activity, (
                $"The variable {name} has no id; its name is used.",
                $"La variable {name} n’a pas d’identifiant ; son nom en tient lieu."));
        var type = json.Text("typeName") ?? "Object";
        var isArray = json.Truth("isArray");
        id = string.IsNullOrWhiteSpace(id) ? name! : id;
        name = string.IsNullOrWhiteSpace(name) ? id : name;
        return new Variable(id, name, type, isArray, Default(json, type, isArray));
    }

    private static Value Default(JsonObjectReader json, string type, bool isArray)
    {
        if (json.Any("value") is not { } element) return Value.Null;
        var value = ValueJson.FromElement(element);
        // Studio's text field is the only way to write an object there, so a text of type Object is read as JSON.
        if (!isArray && TypeAliases.Resolve(type) == "Object") return JsonText.ValueOrText(value);
        var converted = TypedValue.Convert(value, isArray ? ElementList(type) : type);
        if (converted.Problem is { } problem) json.Log.Error(json.At("value"), json.Activity, problem);
        return converted.Value;
    }

    private static string ElementList(string type)
    {
        var alias = TypeAliases.Resolve(type);
        return alias.EndsWith("[]", StringComparison.Ordinal) ? alias : alias + "[]";
    }

    private static Bilingual Twice(string member, string value) => (
        $"Another variable has the same {member} {Quote.Of(value).English}.",
        $"Une autre variable a le même {(member == "id" ? "identifiant" : "nom")} {Quote.Of(value).French}.");
}
