using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>The form with which a procedure is opened, made from the inputs that its definition declares.</summary>
public static class InputForm
{
    public static Form Of(Definition definition, Institution institution) =>
        new([.. definition.Inputs.Select(input => Field(input, institution))]);

    /// <summary>The values that stand in the form before anybody has typed.</summary>
    public static Value.Map Defaults(Definition definition) =>
        definition.Inputs.Where(i => !i.Default.IsNothing)
            .Aggregate(Value.Map.Empty, (map, input) => map.With(input.Name, Value.Of(Plain.Text(input.Default))));

    private static FormField Field(WorkflowInput input, Institution institution)
    {
        var options = Options(input, institution);
        return new FormField(input.Name, TypeOf(input, options), Both(input, "displayName", input.DisplayName, input.Name))
        {
            Help = Both(input, "description", input.Description, ""),
            Required = Plain.Truth(input.Members["isRequired"]),
            Options = options,
        };
    }

    private static FieldType TypeOf(WorkflowInput input, ImmutableArray<Choice> options)
    {
        if (!options.IsEmpty) return FieldType.Choice;
        if (input.IsArray || input is { UiHint: UiHint.MultiLine, TypeName: "Object" }) return FieldType.List;
        return input.TypeName switch
        {
            "Date" or "DateOnly" or "DateTime" or "DateTimeOffset" => FieldType.Day,
            "Boolean" => FieldType.Checkbox,
            "Int32" or "Int64" or "Double" or "Decimal" or "Single" => FieldType.Number,
            _ => input.UiHint switch
            {
                "date" => FieldType.Day,
                UiHint.Checkbox => FieldType.Checkbox,
                UiHint.MultiLine => FieldType.Multiline,
                _ => FieldType.Text,
            },
        };
    }

    private static ImmutableArray<Choice> Options(WorkflowInput input, Institution institution)
    {
        if (input.Members["choices"] is Value.List choices) return [.. choices.Items.Select(Option)];
        if (input.Name != "State") return [];
        return [.. institution.States.Select(s => new Choice(s.Key, s.Value)).OrderBy(c => c.Text.English, StringComparer.Ordinal)];
    }

    private static Choice Option(Value value)
    {
        if (value is not Value.Map map) return new Choice(Plain.Text(value), Bilingual.Same(Plain.Text(value)));
        var english = map["text"].AsText ?? Plain.Text(map["value"]);
        return new Choice(Plain.Text(map["value"]), (english, map["textFr"].AsText ?? english));
    }

    private static Bilingual Both(WorkflowInput input, string member, string english, string otherwise)
    {
        if (english.Length == 0) english = otherwise;
        return (english, input.Members[member + "Fr"].AsText is { Length: > 0 } french ? french : english);
    }
}
