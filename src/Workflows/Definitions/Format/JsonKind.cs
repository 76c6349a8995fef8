using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>What kind of JSON value a member must hold, and how that is said.</summary>
internal sealed record JsonKind(Bilingual Name)
{
    public static readonly JsonKind Text = new(("a text", "un texte"));
    public static readonly JsonKind Number = new(("a number", "un nombre"));
    public static readonly JsonKind Truth = new(("true or false", "true ou false"));
    public static readonly JsonKind List = new(("a list", "une liste"));
    public static readonly JsonKind Object = new(("an object", "un objet"));
    private static readonly JsonKind Nothing = new(("null", "null"));

    public bool Fits(JsonElement value) => Of(value) == this;

    public static JsonKind Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text,
        JsonValueKind.Number => Number,
        JsonValueKind.True or JsonValueKind.False => Truth,
        JsonValueKind.Array => List,
        JsonValueKind.Object => Object,
        _ => Nothing,
    };

    /// <summary>Records that another kind stands where this one must stand.</summary>
    public void Report(JsonElement found, string place, JsonObjectReader reader)
    {
        var kind = Of(found);
        reader.Log.Error(place, reader.Activity, (
            $"Here must stand {Name.English}, but {kind.Name.English} was found.",
            $"Ici doit figurer {Name.French}, mais la valeur trouvée est {kind.Name.French}."));
    }
}
