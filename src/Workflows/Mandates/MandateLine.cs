using System.Collections.Immutable;
using System.Globalization;
using Procedures.Deadlines;

namespace Procedures.Mandates;

/// <summary>One line of a file of mandates, read field by field.</summary>
internal sealed class MandateLine(
    int line, string[] columns, ImmutableArray<string> fields, Offices offices,
    IReadOnlyDictionary<string, Bilingual> states)
{
    public List<LineProblem> Problems { get; } = [];

    /// <returns>Null when something of the line is wrong.</returns>
    public Mandate? Read()
    {
        if (fields.Length > columns.Length)
        {
            Wrong("", $"There are {fields.Length} fields under {columns.Length} headings.",
                $"Il y a {fields.Length} champs sous {columns.Length} en-têtes.");
            return null;
        }
        var office = Office();
        var state = State(office);
        var begins = Day("begins", isNeeded: true);
        var ends = Day("ends", isNeeded: false);
        var term = Term();
        if (office is null || begins is not { } first) return null;
        var rule = office.RuleOn(first);
        if (rule is null)
            Wrong("begins", $"No rule on terms of this office is as old as {Text(first).English}.",
                $"Aucune règle sur les mandats de cette fonction ne remonte au {Text(first).French}.");
        else if (Of("ends").Length == 0) ends = rule.LastDayOf(first);
        if (rule is not null && ends is { } last) Check(rule, first, last, term);
        return Problems.Count > 0 ? null
            : new Mandate(office.Code, state, Of("holder"), first, ends) { Term = term, Source = Of("source") };
    }

    private void Check(TermRule rule, DateOnly first, DateOnly last, int term)
    {
        if (last < first)
            Wrong("ends", "The term ends before it begins.", "Le mandat finit avant d'avoir commencé.");
        else if (last > rule.LatestEndOf(first))
            Wrong("ends",
                $"The term is too long: {Text(rule.LatestEndOf(first)).English} is the last possible day "
                + $"({rule.Source.English}).",
                $"Le mandat est trop long : le dernier jour possible est le {Text(rule.LatestEndOf(first)).French} "
                + $"({rule.Source.French}).");
        if (rule.MostTerms is { } most && term > most)
            Wrong("term", $"Nobody serves more than {most} term(s) ({rule.Source.English}).",
                $"Nul n'exerce plus de {most} mandat(s) ({rule.Source.French}).");
    }

    private Office? Office()
    {
        var code = Of("office");
        if (offices.Find(code) is { } office) return office;
        var known = string.Join(", ", offices.All.Select(o => o.Code));
        Wrong("office", $"There is no office “{code}”; there are {known}.",
            $"Il n'existe pas de fonction « {code} » ; il y a {known}.");
        return null;
    }

    private string State(Office? office)
    {
        var state = Of("state").ToUpperInvariant();
        if (office is { IsPerState: false } && state.Length > 0)
            Wrong("state", "This office does not belong to a state: leave the field empty.",
                "Cette fonction ne relève d'aucun État : laissez le champ vide.");
        else if (office is { IsPerState: true } && !states.ContainsKey(state))
            Wrong("state", $"“{state}” is not the two-letter code of a known state, such as EE.",
                $"« {state} » n'est pas le code à deux lettres d'un État connu, tel que EE.");
        return state;
    }

    private DateOnly? Day(string column, bool isNeeded)
    {
        var text = Of(column);
        if (text.Length == 0 && !isNeeded) return null;
        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(column, $"“{text}” is not a day such as 2029-01-03.", $"« {text} » n'est pas un jour tel que 2029-01-03.");
        return null;
    }

    private int Term()
    {
        var text = Of("term");
        if (text.Length == 0) return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var term) && term is >= 1 and <= 99)
            return term;
        Wrong("term", $"“{text}” is not a number such as 1.", $"« {text} » n'est pas un nombre tel que 1.");
        return 1;
    }

    private string Of(string column)
    {
        var at = Array.IndexOf(columns, column);
        return at < 0 || at >= fields.Length ? "" : fields[at];
    }

    private static Bilingual Text(DateOnly day) => DateText.Long(day);

    private void Wrong(string column, string english, string french) =>
        Problems.Add(new LineProblem(line, column, (english, french)));
}
