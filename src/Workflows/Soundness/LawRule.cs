using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>
/// A process owner edits defaults. What a step marked as law says comes from a rule set: it changes with another rule
/// set, or openly, as a departure that names why.
/// </summary>
internal static class LawRule
{
    private const string Basis = "Basis";
    private const string Law = "Law";
    private const string Deviation = "Deviation";
    private const string RuleSet = "ruleSet";

    // What the law decides of a step: who, until when, what follows, and on which article it rests.
    private static readonly string[] Decided = ["Body", Source, Basis];

    // Of many a step the law says who and what, and not when: then the source says “offset: our default”.
    private static readonly string[] DecidedInTime = [Vocabulary.Deadline, Vocabulary.OnExpiry];
    private const string Source = "LegalSource";
    private const string OurDefault = "our default";

    public static IEnumerable<Finding> Find(Subject subject)
    {
        if (subject.Replaced is not { } before || RuleSetOf(before) != RuleSetOf(subject.Definition)) yield break;
        foreach (var node in before.Nodes.Where(n => IsLaw(subject, n)))
        {
            var title = node.Title;
            if (subject.Definition.Find(node.Id) is not { } now)
                yield return new Finding(FindingSeverity.Error, "$", node.Id, (
                    $"“{title.English}” rests on the law and is gone: load a new rule set (custom property ruleSet), or keep "
                    + "the step.",
                    $"« {title.French} » repose sur le droit et a disparu : chargez un nouveau jeu de règles (propriété ruleSet), "
                    + "ou gardez l'étape."));
            else if (Changed(subject, node, now) is { Length: > 0 } changed && !Departs(subject, now))
                yield return Subject.At(now, FindingSeverity.Error, (
                    $"“{title.English}”: {changed} is law. Change it by loading a new rule set (custom property ruleSet), or say under "
                    + "“Departs from the law” why it differs, with the source.",
                    $"« {title.French} » : {changed} relève du droit. Modifiez-le en chargeant un nouveau jeu de règles (propriété "
                    + "ruleSet), ou "
                    + "indiquez sous « Écart par rapport au droit » pourquoi il diffère, avec la source."));
        }
    }

    private static bool IsLaw(Subject subject, ActivityNode node) =>
        subject.Declares(node, Basis) && Plain.Text(subject.LiteralOf(node, Basis)) == Law;

    private static bool Departs(Subject subject, ActivityNode node) =>
        subject.IsComputed(node, Deviation)
            || !string.IsNullOrWhiteSpace(Plain.Text(subject.LiteralOf(node, Deviation)));

    private static string Changed(Subject subject, ActivityNode before, ActivityNode now) => string.Join(", ", Decided
        .Concat(TextOf(subject, before, Source).Contains(OurDefault, StringComparison.OrdinalIgnoreCase) ? []
            : DecidedInTime)
        .Where(name => subject.Declares(before, name) && TextOf(subject, before, name) != TextOf(subject, now, name)));

    private static string TextOf(Subject subject, ActivityNode node, string name)
    {
        var member = char.ToLowerInvariant(name[0]) + name[1..];
        return node.Inputs.GetValueOrDefault(member) is { Script: { } script }
            ? "=" + script.Source
            : Plain.Text(subject.LiteralOf(node, name)).Trim();
    }

    private static string RuleSetOf(Definition definition) => definition.CustomProperties[RuleSet].AsText ?? "";
}
