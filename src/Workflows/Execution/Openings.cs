using System.Text.RegularExpressions;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What a procedure starts with: its inputs with their defaults, and its title.</summary>
internal static partial class Openings
{
    public static Value.Map WithDefaults(Definition definition, Value.Map given)
    {
        var inputs = given;
        foreach (var input in definition.Inputs)
            if (!inputs.Has(input.Name) && input.Default is not Value.UndefinedValue)
                inputs = inputs.With(input.Name, input.Default);
        return inputs;
    }

    /// <summary>
    /// What an activity gives, under the names and in the types of the definition's inputs: the designer begins the
    /// names of inputs with a small letter and keeps literals as texts.
    /// </summary>
    public static Value.Map Fitted(Definition definition, Value.Map given)
    {
        var fitted = Value.Map.Empty;
        foreach (var (name, value) in given.Members)
        {
            var input = definition.Inputs.FirstOrDefault(i => i.Name == name)
                ?? definition.Inputs.FirstOrDefault(i => i.Name.Length > 0 && Member(i.Name) == name);
            var isWritten = input is { IsArray: false, TypeName: not "String" } && value.AsText is not null;
            var typed = isWritten ? TypedValue.Convert(value, input!.TypeName) : null;
            fitted = fitted.With(input?.Name ?? name, typed is { Problem: null } ? typed.Value : value);
        }
        return fitted;
    }

    private static string Member(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>
    /// The definition's custom property "title" (en, fr), in which {Input} stands for the value of an input, states and
    /// days in words; otherwise the definition's name. What stands in [square brackets] falls away when an input in it is
    /// empty.
    /// </summary>
    public static Bilingual TitleOf(Definition definition, Value.Map inputs, Institution institution)
    {
        if (definition.CustomProperties["title"] is not Value.Map title) return Bilingual.Same(definition.Name);
        return (Fill(title["en"].AsText ?? definition.Name, inputs, institution, Language.English),
            Fill(title["fr"].AsText ?? definition.Name, inputs, institution, Language.French));
    }

    private static string Fill(string pattern, Value.Map inputs, Institution institution, Language language) =>
        StateText.WithNames(Field().Replace(Settled(pattern, inputs), match =>
        {
            var value = inputs[match.Groups[2].Value];
            if (value is Value.List list)
                return match.Groups[1].Value + string.Join(", ", list.Items.Select(i => NameOf(i, institution, language)));
            var text = Plain.Text(value);
            // After "of" and "de" a state's name takes an article: its code is replaced afterwards.
            if (institution.States.TryGetValue(text, out var state))
                return match.Groups[1].Length > 0 ? match.Groups[1].Value + text : state.In(language);
            return match.Groups[1].Value + (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? DateText.Short(day, language) : text);
        }), institution, language);

    private static string Settled(string pattern, Value.Map inputs) => Part().Replace(pattern, part =>
        Field().Matches(part.Groups[1].Value).Any(f => Plain.Text(inputs[f.Groups[2].Value]).Length == 0)
            ? "" : part.Groups[1].Value);

    private static string NameOf(Value value, Institution institution, Language language) =>
        institution.States.TryGetValue(Plain.Text(value), out var state) ? state.In(language) : Plain.Text(value);

    [GeneratedRegex(@"(\b(?:of|de|de\s:) )?\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[([^\[\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
