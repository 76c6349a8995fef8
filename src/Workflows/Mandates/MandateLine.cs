using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Mandates;

/// <summary>One line of a file of mandates, read field by field.</summary>
internal sealed class MandateLine(
    int line, string[] columns, ImmutableArray<string> fields, Offices offices, MandateCheck check)
{
    public List<LineProblem> Problems { get; } = [];

    /// <summary>Whether the line itself says when the term ends.</summary>
    public bool HasEnd { get; private set; }

    /// <returns>Null when something of the line is wrong.</returns>
    public Mandate? Read()
    {
        if (fields.Length > columns.Length)
        {
            Wrong("", $"There are {fields.Length} fields under {columns.Length} headings.",
                $"Il y a {fields.Length} champs sous {columns.Length} en-têtes.");
            return null;
        }
        var begins = Day("begins", isNeeded: true);
        var mandate = new Mandate(
            Of("office"), Of("state").ToUpperInvariant(), Of("holder"), begins ?? DateOnly.MinValue, Day("ends", false))
        {
            Term = Term(), Source = Of("source"), Rule = Day("rule", isNeeded: false),
            LeftOn = Day("left", isNeeded: false), Cause = Cause(), Remark = Of("remark"),
            SourceFr = Of("source-fr"), RemarkFr = Of("remark-fr"),
        };
        if (offices.Find(mandate.Office) is not { } office)
        {
            Problems.Add(new LineProblem(line, "office", check.NoOffice(mandate.Office)));
            return null;
        }
        if (begins is null)
        {
            if (check.StateProblem(office, mandate.State) is { } wrong)
                Problems.Add(new LineProblem(line, "state", wrong));
            return null;
        }
        HasEnd = Of("ends").Length > 0;
        if (!HasEnd) mandate = mandate with { Ends = office.RuleFor(mandate)?.LastDayOf(begins.Value) };
        // One mistake of a field is enough: what follows from it is no second one.
        var told = Problems.Select(p => p.Column).ToHashSet(StringComparer.Ordinal);
        Problems.AddRange(check.Of(mandate).Where(p => !told.Contains(p.Column))
            .Select(p => new LineProblem(line, p.Column, p.Text)));
        return Problems.Count > 0 ? null : mandate;
    }

    private DateOnly? Day(string column, bool isNeeded)
    {
        var text = Of(column);
        if (text.Length == 0 && !isNeeded) return null;
        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(column, $"“{text}” is not a day such as 2029-01-03.",
            $"« {text} » n'est pas un jour tel que 2029-01-03.");
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

    private VacancyCause Cause()
    {
        var text = Of("cause");
        if (text.Length == 0) return VacancyCause.None;
        if (Enum.TryParse<VacancyCause>(text, ignoreCase: true, out var cause) && !char.IsAsciiDigit(text[0])
            && cause != VacancyCause.None) return cause;
        Wrong("cause", $"“{text}” is not a cause; there are resignation, death, dismissal.",
            $"« {text} » n'est pas une cause ; il y a resignation, death, dismissal.");
        return VacancyCause.None;
    }

    private string Of(string column)
    {
        var at = Array.IndexOf(columns, column);
        return at < 0 || at >= fields.Length ? "" : fields[at];
    }

    private void Wrong(string column, string english, string french) =>
        Problems.Add(new LineProblem(line, column, (english, french)));
}
