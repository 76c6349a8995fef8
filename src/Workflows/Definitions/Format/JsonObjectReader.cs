using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Reads the members of one JSON object; a member of the wrong kind is found and treated as absent.</summary>
/// <remarks>A member that is null counts as absent everywhere: Studio writes null for what was never set.</remarks>
internal readonly record struct JsonObjectReader(JsonElement Element, string Place, string? Activity, ReadingLog Log)
{
    public string At(string name) => JsonPath.Member(Place, name);

    /// <summary>The member, or null when it is absent or null.</summary>
    public JsonElement? Any(string name) =>
        Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Of(name, JsonKind.Text)?.GetString();

    public bool Truth(string name) => Of(name, JsonKind.Truth)?.ValueKind == JsonValueKind.True;

    public JsonElement? Array(string name) => Of(name, JsonKind.List);

    public JsonElement? Object(string name) => Of(name, JsonKind.Object);

    public int Whole(string name, int otherwise)
    {
        if (Of(name, JsonKind.Number) is not { } number) return otherwise;
        if (number.TryGetInt32(out var whole) && whole > 0) return whole;
        Log.Error(At(name), Activity, (
            $"“{name}” must be a whole number above zero, but is {Quote.Shown(number.GetRawText())}.",
            $"« {name} » doit être un nombre entier supérieur à zéro, mais vaut {Quote.Shown(number.GetRawText())}."));
        return otherwise;
    }

    /// <summary>The member as an object that can be read further; null when there is none.</summary>
    public JsonObjectReader? Inner(string name) =>
        Object(name) is { } inner ? this with { Element = inner, Place = At(name) } : null;

    /// <summary>The texts of a list; items that are not texts are found and left out.</summary>
    public IEnumerable<(string Text, string Place)> Texts(string name)
    {
        foreach (var (item, place) in Items(name))
            if (item.ValueKind == JsonValueKind.String) yield return (item.GetString()!, place);
            else JsonKind.Text.Report(item, place, this);
    }

    /// <summary>The objects of a list; items that are not objects are found and left out.</summary>
    public IEnumerable<JsonObjectReader> Objects(string name)
    {
        foreach (var (item, place) in Items(name))
            if (item.ValueKind == JsonValueKind.Object) yield return this with { Element = item, Place = place };
            else JsonKind.Object.Report(item, place, this);
    }

    private IEnumerable<(JsonElement Item, string Place)> Items(string name)
    {
        if (Array(name) is not { } list) yield break;
        var (index, place) = (0, At(name));
        foreach (var item in list.EnumerateArray()) yield return (item, JsonPath.Item(place, index++));
    }

    private JsonElement? Of(string name, JsonKind wanted)
    {
        if (Any(name) is not { } value) return null;
        if (wanted.Fits(value)) return value;
        wanted.Report(value, At(name), this);
        return null;
    }
}
