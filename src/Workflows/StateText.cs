using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Procedures;

/// <summary>Names of states inside a sentence: "of the Netherlands", "de l'Estonie", "du Portugal".</summary>
public static partial class StateText
{
    private static readonly ImmutableHashSet<string> EnglishArticle =
    [
        "Czech Republic", "Netherlands", "Republic of Moldova", "Russian Federation", "Slovak Republic",
            "United Kingdom",
    ];

    private static readonly ImmutableHashSet<string> NoFrenchArticle = ["Chypre", "Malte", "Monaco", "Saint-Marin"];

    private static readonly ImmutableHashSet<string> FrenchMasculine =
        ["Danemark", "Liechtenstein", "Luxembourg", "Monténégro", "Portugal", "Royaume-Uni"];

    /// <summary>The state after "of" or "de", with that word.</summary>
    public static Bilingual Of(Bilingual state) => (
        (EnglishArticle.Contains(state.English) ? "of the " : "of ") + state.English, French(state.French));

    /// <summary>
    /// The text with a state's code after "of" or "de" turned into the state's name: "in respect of NL" becomes "in
    /// respect of the Netherlands". A colon between "de" and the code falls away.
    /// </summary>
    public static string WithNames(string text, Institution institution, Language language) =>
        AfterOf().Replace(text, match =>
            institution.States.TryGetValue(match.Groups[1].Value, out var state) ? Of(state).In(language)
                : match.Value);

    private static string French(string name)
    {
        if (NoFrenchArticle.Contains(name)) return "de " + name;
        if (name.EndsWith("-Bas", StringComparison.Ordinal)) return "des " + name;
        if (FrenchMasculine.Contains(name)) return "du " + name;
        // The names of states in E and I, A and U begin with a vowel that takes the elision; Hongrie does not.
        return "AEIOUÉÎ".Contains(name[0], StringComparison.Ordinal) ? "de l'" + name : "de la " + name;
    }

    [GeneratedRegex(@"\b(?:of|de|de\s:) \{?([A-Z]{2})\}?(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterOf();
}
