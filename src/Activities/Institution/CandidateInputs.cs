using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>Reads names from a list of texts, of {name}, or of {given, family}.</summary>
internal static class CandidateInputs
{
    /// <exception cref="ActivityFault">An entry has no name, or a name stands twice.</exception>
    public static ImmutableArray<CandidateName> Read(Activation activation, InputDeclaration input)
    {
        var names = Plain.Items(activation.Input(input)).Select(v => NameOf(v, input)).ToImmutableArray();
        var twice = names.GroupBy(n => n.Full).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? names : throw new ActivityFault((
                $"{input.Name}: {twice.Key} stands twice in the list.",
                $"{input.Name} : {twice.Key} figure deux fois dans la liste."));
    }

    private static CandidateName NameOf(Value value, InputDeclaration input)
    {
        if (value is Value.Map map && Plain.Text(map["family"]) is { Length: > 0 } family)
            return new CandidateName(Plain.Text(map["given"]), family);
        var name = value is Value.Map person ? Plain.Text(person["name"]) : Plain.Text(value);
        return string.IsNullOrWhiteSpace(name)
            ? throw new ActivityFault((
                $"{input.Name}: an entry has no name.",
                $"{input.Name} : une entrée est sans nom."))
            : CandidateName.Parse(name.Trim());
    }

    public static Value List(IEnumerable<string> names) => Value.Of(names.Select(Value (n) => Value.Of(n)));

    /// <summary>A text in both languages as a value: {en, fr}.</summary>
    public static Value Both(Bilingual text) =>
        Value.MapOf(("en", Value.Of(text.English)), ("fr", Value.Of(text.French)));
}
