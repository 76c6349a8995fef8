using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>The form with which a procedure is opened, made from the inputs that its definition declares.</summary>
public static class InputForm
{
    /// <summary>The kind, in an input's custom properties, of inputs that are part-sessions.</summary>
    public const string PartSession = "part-session";

    /// <summary>The kind of the register of seats, typed one a line.</summary>
    public const string Seats = "seats";

    /// <summary>What is wrong with inputs that a form cannot check by itself, each at its field.</summary>
    /// <param name="inputs">What was typed, made tidy.</param>
    public static IEnumerable<FieldProblem> Problems(
        Definition definition, Value.Map inputs, Institution institution) =>
        from input in definition.Inputs.Select(input => Marked(definition, input))
        where input.Members["kind"].AsText == Seats
        let lines = Plain.Items(inputs[input.Name]).Select(Plain.Text)
        from problem in SeatList.Read(lines, institution.States.ContainsKey).Problems
        select new FieldProblem(input.Name, problem);

    public static Form Of(Definition definition, Institution institution, MemberStates members) =>
        new([.. definition.Inputs.Select(input => Marked(definition, input)).Where(IsAsked)
            .Select(input => Field(input, institution, members))]);

    /// <summary>The values that stand in the form before anybody has typed.</summary>
    public static Value.Map Defaults(Definition definition) =>
        definition.Inputs.Select(input => (input.Name, Default: DefaultOf(Marked(definition, input))))
            .Where(pair => !pair.Default.IsNothing)
            .Aggregate(Value.Map.Empty, (map, pair) => map.With(pair.Name, Value.Of(Plain.Text(pair.Default))));

    /// <summary>The inputs without which a procedure is not opened, and that have no value by themselves.</summary>
    public static IEnumerable<string> Required(Definition definition) =>
        definition.Inputs.Select(input => Marked(definition, input))
            .Where(input => Plain.Truth(input.Members["required"]) && input.Default.IsNothing)
            .Select(input => input.Name);

    // What one definition hands to another is nothing that a person could answer.
    private static bool IsAsked(WorkflowInput input) => !Plain.Truth(input.Members["hidden"]);

    private static Value DefaultOf(WorkflowInput input) =>
        input.Default.IsNothing ? input.Members["defaultValue"] : input.Default;

    // Studio drops members of inputs that it does not know, so French texts and choices stand in the custom properties.
    private static WorkflowInput Marked(Definition definition, WorkflowInput input) =>
        definition.CustomProperties["inputs"] is Value.Map all && all[input.Name] is Value.Map marks
            ? input with { Members = marks.Members.Aggregate(input.Members, (m, mark) => m.With(mark.Key, mark.Value)) }
            : input;

    private static FormField Field(WorkflowInput input, Institution institution, MemberStates members)
    {
        var options = Options(input, institution, members);
        return new FormField(
            input.Name, TypeOf(input, options), Both(input, "displayName", input.DisplayName, input.Name))
        {
            Help = Both(input, "description", input.Description, ""),
            Required = Plain.Truth(input.Members["required"]),
            Options = options,
        };
    }

    private static FieldType TypeOf(WorkflowInput input, ImmutableArray<Choice> options)
    {
        if (input.Members["kind"].AsText == PartSession) return FieldType.Part;
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

    private static ImmutableArray<Choice> Options(
        WorkflowInput input, Institution institution, MemberStates members)
    {
        if (input.Members["choices"] is Value.List choices) return [.. choices.Items.Select(Option)];
        if (input.Name != "State") return [];
        // Parties to a convention need not be members of the Organisation, and members may have left it.
        var codes = input.Members["states"].AsText == "all"
            ? institution.States.OrderBy(s => members.Codes.Contains(s.Key) ? 0 : 1).Select(s => s.Key) : members.Codes;
        return [.. codes.Select(code => new Choice(code, institution.States[code]))];
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
