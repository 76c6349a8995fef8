using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>
/// Every date that a rule counts from stands on a sheet of the definition or is the day of one of its steps.
/// </summary>
internal static class AnchorRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        var known = StepDays(subject).ToHashSet();
        var sheets = new List<(ActivityNode Node, AnchorSheet Sheet)>();
        foreach (var node in subject.Acts.Where(n => subject.Declares(n, Vocabulary.Sheet)))
        {
            var (sheet, finding) = Read(subject, node);
            if (finding is not null) yield return finding;
            if (sheet is null) continue;
            sheets.Add((node, sheet));
            known.UnionWith(sheet.Names);
        }
        known.UnionWith(FixedNames(subject));
        if (subject.Acts.Any(n => subject.IsComputed(n, Vocabulary.Sheet))) yield break;
        foreach (var (node, sheet) in sheets)
            foreach (var name in sheet.FormulaNames.Where(n => !known.Contains(n)).Distinct())
                yield return Unknown(node, name);
        foreach (var node in subject.Acts)
            foreach (var name in NamesOf(subject, node).Where(n => !known.Contains(n)))
                yield return Unknown(node, name);
    }

    private static IEnumerable<string> StepDays(Subject subject) =>
        from node in subject.Acts
        let step = Plain.Text(subject.LiteralOf(node, Vocabulary.Step))
        where step.Length > 0
        from name in new[] { $"{step}.opened", $"{step}.completed" }
        select name;

    private static IEnumerable<string> FixedNames(Subject subject) =>
        from node in subject.Acts
        where subject.Declares(node, Vocabulary.Sheet)
        from input in Vocabulary.Fixing
        from name in NamesIn(subject.LiteralOf(node, input))
        select name;

    // Both forms are read: a map by name, and lines such as "TE = TermEnds".
    private static IEnumerable<string> NamesIn(Value fixing) => fixing switch
    {
        Value.Map map => map.Members.Select(m => m.Key),
        Value.Text { Content: var text } => text.Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=')[0].Trim()),
        _ => [],
    };

    private static (AnchorSheet? Sheet, Finding? Finding) Read(Subject subject, ActivityNode node)
    {
        try
        {
            return (AnchorSheet.Parse(Plain.Text(subject.LiteralOf(node, Vocabulary.Sheet))), null);
        }
        catch (RuleSyntaxException problem)
        {
            return (null, Subject.At(node, FindingSeverity.Error, (
                $"The sheet of dates cannot be read, line {problem.Line}, column {problem.Column}: {problem.Text.English}",
                $"La liste des dates est illisible, ligne {problem.Line}, colonne {problem.Column} : {problem.Text.French}")));
        }
    }

    private static IEnumerable<string> NamesOf(Subject subject, ActivityNode node)
    {
        if (!subject.Declares(node, Vocabulary.Deadline)) return [];
        var text = Plain.Text(subject.LiteralOf(node, Vocabulary.Deadline));
        if (string.IsNullOrWhiteSpace(text)) return [];
        try
        {
            return Rule.Parse(text).AnchorNames;
        }
        catch (RuleSyntaxException)
        {
            return [];
        }
    }

    private static Finding Unknown(ActivityNode node, string name) => Subject.At(node, FindingSeverity.Error, (
        $"“{node.Title.English}” counts from {name}, which no sheet of dates and no step of this definition gives.",
        $"« {node.Title.French} » se compte depuis {name}, que ne donne aucune liste de dates ni aucune étape."));
}
