using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>Whatever people read stands in English and French.</summary>
internal static class LanguageRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        TitleOf(subject).Concat(subject.Acts.SelectMany(node => Find(subject, node)));

    private static IEnumerable<Finding> TitleOf(Subject subject)
    {
        if (!subject.InstitutionActs.Any()) yield break;
        var title = subject.Definition.CustomProperties["title"] as Value.Map;
        if (title?["en"].AsText is { Length: > 0 } && title["fr"].AsText is { Length: > 0 }) yield break;
        yield return new Finding(subject.Demand, "$.customProperties.title", null, (
            "The procedure's title is not given in both languages (custom property title, with en and fr).",
            "Le titre de la procédure n'est pas donné dans les deux langues (propriété title, avec en et fr)."));
    }

    private static IEnumerable<Finding> Find(Subject subject, ActivityNode node)
    {
        if (subject.DeclarationOf(node) is not { } declaration) yield break;
        foreach (var french in declaration.Inputs
            .Where(i => i.Name.EndsWith(Vocabulary.FrenchEnding, StringComparison.Ordinal)))
        {
            var english = french.Name[..^Vocabulary.FrenchEnding.Length];
            if (declaration.Input(english) is null) continue;
            var (hasEnglish, hasFrench) = (Has(subject, node, english), Has(subject, node, french.Name));
            if (hasEnglish == hasFrench) continue;
            var (missing, shown) = hasEnglish ? (french.Name, english) : (english, french.Name);
            yield return Subject.At(node, FindingSeverity.Error, (
                $"“{node.Title.English}” has {shown} but no {missing}: people would read one language only.",
                $"« {node.Title.French} » a {shown} mais pas {missing} : une seule langue serait lue."));
        }
    }

    private static bool Has(Subject subject, ActivityNode node, string input) =>
        subject.IsComputed(node, input) || !string.IsNullOrWhiteSpace(Plain.Text(subject.LiteralOf(node, input)));
}
