using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>Every act that somebody waits for has a deadline that can be read, reminders, and a consequence.</summary>
internal static class DeadlineRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        subject.Acts.Where(n => subject.Declares(n, Vocabulary.Deadline)).SelectMany(n => Find(subject, n));

    private static IEnumerable<Finding> Find(Subject subject, ActivityNode node)
    {
        if (DeadlineFinding(subject, node) is { } deadline) yield return deadline;
        if (Reminders(subject, node) is { } reminders) yield return reminders;
        if (Expiry(subject, node) is { } expiry) yield return expiry;
    }

    private static Finding? DeadlineFinding(Subject subject, ActivityNode node)
    {
        if (subject.IsComputed(node, Vocabulary.Deadline)) return null;
        var text = Plain.Text(subject.LiteralOf(node, Vocabulary.Deadline));
        if (string.IsNullOrWhiteSpace(text))
            return Vocabulary.AtAnyTime.Contains(node.Type) ? null : Subject.At(node, subject.Demand, (
                $"“{node.Title.English}” has no deadline.", $"« {node.Title.French} » n'a pas d'échéance."));
        try
        {
            _ = Rule.Parse(text);
            return null;
        }
        catch (RuleSyntaxException problem)
        {
            return Subject.At(node, FindingSeverity.Error, (
                $"The deadline “{text}” cannot be read, column {problem.Column}: {problem.Text.English}",
                $"L'échéance « {text} » est illisible, colonne {problem.Column} : {problem.Text.French}"));
        }
    }

    private static Finding? Reminders(Subject subject, ActivityNode node)
    {
        if (!subject.Declares(node, Vocabulary.Reminders) || subject.IsComputed(node,
            Vocabulary.Reminders)) return null;
        var text = Plain.Text(subject.LiteralOf(node, Vocabulary.Reminders));
        if (ReminderProfile.Find(text) is not null) return null;
        var known = string.Join(", ", ReminderProfile.All.Select(p => p.Name));
        return Subject.At(node, FindingSeverity.Error, (
            $"There is no reminder profile “{text}”; there are {known}.",
            $"Il n'existe pas de profil de rappel « {text} » ; il y a {known}."));
    }

    private static Finding? Expiry(Subject subject, ActivityNode node)
    {
        if (!subject.Declares(node, Vocabulary.OnExpiry) || subject.IsComputed(node, Vocabulary.OnExpiry)) return null;
        var text = Plain.Text(subject.LiteralOf(node, Vocabulary.OnExpiry));
        return Vocabulary.ExpiryOf(text) is not null ? null : Subject.At(node, FindingSeverity.Error, (
            $"“{text}” is not what can happen on expiry: Escalate, Block, Branch, Lapse or Note.",
            $"« {text} » n'est pas une suite possible à l'expiration : Escalate, Block, Branch, Lapse ou Note."));
    }
}
