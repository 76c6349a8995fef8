using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>Reads a form from the list of maps that a definition holds.</summary>
internal static class FormReader
{
    public static Value.List Fields(Value value)
    {
        if (value.IsNothing || value is Value.Text { Content: var blank } && string.IsNullOrWhiteSpace(blank))
            return Value.List.Empty;
        if (value is Value.List list) return list;
        try
        {
            if (value is Value.Text { Content: var text } && ValueJson.Parse(text) is Value.List parsed) return parsed;
        }
        catch (JsonException error)
        {
            var mistake = JsonMistake.Of(error);
            throw new FormSyntaxException((
                $"The form is not JSON: {mistake.English}.",
                $"Le formulaire n'est pas du JSON : {mistake.French}."), error);
        }
        throw new FormSyntaxException((
            "The form is not a list of fields, such as [{\"name\": \"reason\"}].",
            "Le formulaire n'est pas une liste de champs, telle que [{\"name\": \"reason\"}]."));
    }

    public static ImmutableArray<FormField> Read(Value.List source)
    {
        var fields = source.Items.Select(Field).ToImmutableArray();
        var twice = fields.GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? fields
            : throw new FormSyntaxException((
                $"The form has two fields with the name “{twice.Key}”.",
                $"Le formulaire a deux champs de nom « {twice.Key} »."));
    }

    private static FormField Field(Value value, int index)
    {
        if (value is not Value.Map map || map["name"].AsText is not { Length: > 0 } name)
            throw new FormSyntaxException((
                $"Field {index + 1} of the form has no name.", $"Le champ n° {index + 1} du formulaire n'a pas de nom."));
        var label = Both(map, "label") is { English.Length: > 0 } given ? given : Bilingual.Same(name);
        return new FormField(name, TypeOf(map, name), label)
        {
            Required = Plain.Truth(map["required"]),
            Options = [.. Plain.Items(map["options"]).Select(o => Option(o, name))],
            Help = Both(map, "help"),
            Default = map["default"],
            Min = Plain.Number(map["min"]),
            Max = Plain.Number(map["max"]),
            From = Day(map["min"]),
            To = Day(map["max"]),
            MinItems = (int)(Plain.Number(map["minItems"]) ?? 0),
            MaxItems = (int?)Plain.Number(map["maxItems"]),
            Parts = map.Has("parts") ? Texts(map["parts"]) : ["sex", "birthDate", "nationality"],
            When = Texts(map["when"]),
        };
    }

    private static FieldType TypeOf(Value.Map map, string name)
    {
        var text = map["type"].AsText ?? "text";
        return Enum.TryParse<FieldType>(text, ignoreCase: true, out var type) && !char.IsAsciiDigit(text[0])
            ? type
            : throw new FormSyntaxException((
                $"Field “{name}” has the type “{text}”; known are {Types}.",
                $"Le champ « {name} » est du type « {text} » ; les types connus sont {Types}."));
    }

    private static string Types => string.Join(", ", Enum.GetNames<FieldType>()).ToLowerInvariant();

    private static Choice Option(Value value, string field)
    {
        if (value is not Value.Map map) return new Choice(Plain.Text(value), Bilingual.Same(Plain.Text(value)));
        var stored = Plain.Text(map["value"]);
        if (stored.Length == 0) throw new FormSyntaxException((
            $"An option of the field “{field}” has no value.",
            $"Une option du champ « {field} » n'a pas de valeur."));
        return new Choice(stored, Both(map, "text") is { English.Length: > 0 } text ? text : Bilingual.Same(stored));
    }

    // French texts stand beside the English ones; a missing one is replaced rather than left empty.
    private static Bilingual Both(Value.Map map, string member)
    {
        var english = Plain.Text(map[member]);
        return (english, map[member + "Fr"].AsText is { Length: > 0 } french ? french : english);
    }

    private static ImmutableArray<string> Texts(Value value) => [.. Plain.Items(value).Select(Plain.Text)];

    private static DateOnly? Day(Value value) =>
        DateOnly.TryParseExact(
            value.AsText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
}
