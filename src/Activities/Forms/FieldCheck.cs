using System.Globalization;
using Procedures.Activities;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>Says what is wrong with the value of one field.</summary>
internal static class FieldCheck
{
    public static FieldProblem? Problem(FormField field, Value value)
    {
        if (value.IsNothing) return field.Required ? Because(field, Missing(field)) : null;
        return Wrong(field, value) is { } wrong ? Because(field, wrong) : null;
    }

    private static FieldProblem Because(FormField field, Bilingual wrong) =>
        new(field.Name, ($"{field.Label.English}: {wrong.English}", $"{field.Label.French} : {wrong.French}"));

    private static Bilingual Missing(FormField field) => field.Type switch
    {
        FieldType.Choice => ("choose one of the options.", "choisissez une des options."),
        FieldType.Day => ("give the day.", "indiquez le jour."),
        FieldType.Part => ("choose the part-session.", "choisissez la partie de session."),
        FieldType.Votes => ("give the votes for each candidate.", "indiquez les voix de chaque candidat."),
        _ => ("this field must be filled in.", "ce champ doit être rempli."),
    };

    private static Bilingual? Wrong(FormField field, Value value) => field.Type switch
    {
        FieldType.Text or FieldType.Multiline => value is Value.Text ? null : ("write a text.", "écrivez un texte."),
        FieldType.Number => Number(field, value),
        FieldType.Day => Day(field, value),
        FieldType.Part => AnchorTexts.Read(Plain.Text(value), Deadlines.Calendar.Empty) is AnchorValue.Part
            ? null
            : ("choose one of the part-sessions.", "choisissez une des parties de session."),
        FieldType.Choice => Choice(field, value),
        FieldType.Checkbox => Checkbox(field, value),
        FieldType.List => List(field, value),
        FieldType.Persons => PersonsCheck.Wrong(field, value),
        _ => Votes(field, value),
    };

    private static Bilingual? Number(FormField field, Value value)
    {
        if (value is not Value.Number { Amount: var amount } || !double.IsFinite(amount))
            return ("write a number.", "écrivez un nombre.");
        if (amount < field.Min)
            return ($"{Shown(amount)} is too small; the least is {Shown(field.Min.Value)}.",
                $"{Shown(amount)} est trop petit ; le minimum est {Shown(field.Min.Value)}.");
        return amount > field.Max
            ? ($"{Shown(amount)} is too large; the most is {Shown(field.Max.Value)}.",
               $"{Shown(amount)} est trop grand ; le maximum est {Shown(field.Max.Value)}.")
            : null;
    }

    private static string Shown(double amount) => amount.ToString("R", CultureInfo.InvariantCulture);

    public static DateOnly? DayIn(Value value) =>
        DateOnly.TryParseExact(
            value.AsText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private static Bilingual? Day(FormField field, Value value)
    {
        if (DayIn(value) is not { } day)
            return DayEntry.ProblemOf(Plain.Text(value));
        if (day < field.From)
            return ($"the day is too early; the first is {DateText.Long(field.From.Value, Language.English)}.",
                $"le jour est trop tôt ; le premier est le {DateText.Long(field.From.Value, Language.French)}.");
        return day > field.To
            ? ($"the day is too late; the last is {DateText.Long(field.To.Value, Language.English)}.",
               $"le jour est trop tard ; le dernier est le {DateText.Long(field.To.Value, Language.French)}.")
            : null;
    }

    private static Bilingual? Choice(FormField field, Value value)
    {
        if (field.Options.Any(o => o.Value == Plain.Text(value))) return null;
        return ($"choose one of {string.Join(", ", field.Options.Select(o => o.Text.English))}.",
            $"choisissez entre {string.Join(", ", field.Options.Select(o => o.Text.French))}.");
    }

    private static Bilingual? Checkbox(FormField field, Value value)
    {
        if (value is not Value.Truth truth) return ("say yes or no.", "répondez par oui ou non.");
        return field.Required && !truth.Is ? ("this must be confirmed.", "ce point doit être confirmé.") : null;
    }

    private static Bilingual? List(FormField field, Value value)
    {
        if (value is not Value.List list || list.Items.Any(i => i is not Value.Text { Content.Length: > 0 }))
            return ("write one entry a line.", "écrivez une entrée par ligne.");
        return CountOf(field, list.Items.Length);
    }

    /// <summary>What is wrong with the number of entries, or null.</summary>
    public static Bilingual? CountOf(FormField field, int count)
    {
        if (field.Required && count == 0 && field.MinItems == 0)
            return ("give at least one entry.", "donnez au moins une entrée.");
        if (count < field.MinItems)
            return ($"{count} given, at least {field.MinItems} needed; add {field.MinItems - count}.",
                $"{count} au lieu de {field.MinItems} au moins ; ajoutez-en {field.MinItems - count}.");
        return count > field.MaxItems
            ? ($"{count} given, at most {field.MaxItems} allowed; remove {count - field.MaxItems}.",
               $"{count} au lieu de {field.MaxItems} au plus ; retirez-en {count - field.MaxItems}.")
            : null;
    }

    private static Bilingual? Votes(FormField field, Value value)
    {
        if (value is not Value.Map votes)
            return ("give the votes for each candidate.", "indiquez les voix de chaque candidat.");
        foreach (var option in field.Options)
            if (!IsCount(votes[option.Value]))
                return ($"write a whole number of votes, 0 or more, for {option.Text.English}.",
                    $"écrivez un nombre entier de voix, 0 ou plus, pour {option.Text.French}.");
        var stranger = votes.Members.Select(m => m.Key).FirstOrDefault(n => field.Options.All(o => o.Value != n));
        return stranger is null ? null
            : ($"{stranger} is not a candidate; votes for other names are spoilt papers.",
               $"{stranger} n'est pas candidat ; les bulletins à un autre nom sont nuls.");
    }

    private static bool IsCount(Value value) =>
        value is Value.Number { Amount: >= 0 and <= 1_000_000 and var n } && n == Math.Floor(n);
}
