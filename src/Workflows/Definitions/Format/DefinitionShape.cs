using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Whether a JSON file is an Elsa 3 definition at all; if not, what it seems to be instead.</summary>
internal static class DefinitionShape
{
    /// <summary>Why the file is not a definition, or null when it has a root activity.</summary>
    public static JsonProblem? WhyNot(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return new JsonProblem("$", (
                $"A definition is a JSON object, but the file holds {JsonKind.Of(json).Name.English}.",
                $"Une définition est un objet JSON, mais le fichier contient {JsonKind.Of(json).Name.French}."));
        if (json.TryGetProperty("root", out var root) && root.ValueKind != JsonValueKind.Null)
            return root.ValueKind == JsonValueKind.Object ? null
                : new JsonProblem("$.root", (
                    $"The root must be an activity, but is {JsonKind.Of(root).Name.English}.",
                    "La racine (root) doit être une activité, mais la valeur trouvée est "
                    + $"{JsonKind.Of(root).Name.French}."));
        return new JsonProblem("$", Missing(json));
    }

    private static Bilingual Missing(JsonElement json)
    {
        if (json.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.Object)
            return ("This is a message that Studio sends to save: the definition is the object inside “model”.",
                "Ceci est un message d’enregistrement de Studio : la définition est l’objet contenu dans « model ».");
        if (json.TryGetProperty("activities", out _))
            return ("The definition has no root activity. A list “activities” at this level is the format of Elsa 2.",
                "La définition n’a pas d’activité racine (root). Une liste « activities » à ce niveau est le format "
                + "d’Elsa 2.");
        return ("The definition has no root activity (“root”).",
            "La définition n’a pas d’activité racine (« root »).");
    }
}
