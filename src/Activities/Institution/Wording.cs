using System.Text.RegularExpressions;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>Texts of a definition in both languages, with {Name} filled in from the procedure.</summary>
internal static partial class Wording
{
    /// <summary>The text in both languages; the English one stands in where there is no French one.</summary>
    public static Bilingual Of(Activation activation, InputDeclaration english, InputDeclaration french)
    {
        var (en, fr) = (activation.Text(english), activation.Text(french));
        return (Fill(activation, en, Language.English), Fill(activation, fr.Length == 0 ? en : fr, Language.French));
    }

    /// <summary>Pairs the items of two lists; an English item stands in where there is no French one.</summary>
    public static IEnumerable<Bilingual> List(Activation activation, InputDeclaration english, InputDeclaration french)
    {
        var (en, fr) = (Plain.Items(activation.Input(english)), Plain.Items(activation.Input(french)));
        return en.Select((item, i) => new Bilingual(Plain.Text(item), Plain.Text(i < fr.Count ? fr[i] : item)));
    }

    /// <summary>
    /// {Name} becomes the variable, the procedure's input or the date of reference of that name, in that order;
    /// {Name.member} a part of it. A state's code becomes its name. What has no value stays as it is written.
    /// </summary>
    public static string Fill(Activation activation, string pattern, Language language) =>
        pattern.Contains('{', StringComparison.Ordinal)
            ? Field().Replace(pattern, match => Filled(activation, match, language) ?? match.Value)
            : pattern;

    // After "of" and "de" a state's name takes an article.
    private static string? Filled(Activation activation, Match match, Language language)
    {
        var (before, name) = (match.Groups[1].Value, match.Groups[2].Value);
        if (before.Length > 0 && Plain.Text(activation.ProcedureInputs[name]) is { Length: 2 } code
            && activation.Institution.States.TryGetValue(code, out var state)) return StateText.Of(state).In(language);
        return ValueOf(activation, name, language) is { } value ? before + value : null;
    }

    private static string? ValueOf(Activation activation, string name, Language language)
    {
        var path = name.Split('.');
        if (Part(activation.Variable(path[0]), path) is { IsNothing: false } variable)
            return Shown(activation, variable, language);
        if (Part(activation.ProcedureInputs[path[0]], path) is { IsNothing: false } input)
            return Shown(activation, input, language);
        return activation.Anchors.Find(name) is { } anchor ? AnchorText.Of(anchor).In(language) : null;
    }

    private static Value Part(Value whole, string[] path) =>
        path.Skip(1).Aggregate(whole, (value, member) => value is Value.Map map ? map[member] : Value.Undefined);

    private static string Shown(Activation activation, Value value, Language language) => value switch
    {
        Value.List list => string.Join(", ", list.Items.Select(i => Shown(activation, i, language))),
        Value.Map map when map["name"].AsText is { } name => name,
        Value.Map map when map.Has("en") => Plain.Text(map[language == Language.French ? "fr" : "en"]),
        Value.Text { Content: var text } when activation.Institution.States.TryGetValue(text, out var state) =>
            state.In(language),
        Value.Text { Content: var text } when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) =>
            DateText.Long(day, language),
        _ => Plain.Text(value),
    };

    [GeneratedRegex(@"(\b(?:of|de|de\s:) )?\{([A-Za-z_][\w.]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
