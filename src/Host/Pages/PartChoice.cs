using System.Collections.Immutable;
using Procedures.Deadlines;

namespace Procedures.Pages;

/// <summary>Part-sessions as people choose them: by name and days, never by a notation.</summary>
public static class PartChoice
{
    private const int YearsAhead = 6;

    /// <summary>Last year's part-sessions and those of the coming years, and the one that is chosen already.</summary>
    /// <param name="chosen">What stands in the form: part(2019,3), or nothing.</param>
    public static IEnumerable<PartSession> Offered(Calendar calendar, DateOnly today, string chosen)
    {
        var offered = Enumerable.Range(today.Year - 1, YearsAhead + 2)
            .SelectMany(year => Enumerable.Range(1, 4).Select(number => calendar.Find(year, number)))
            .OfType<PartSession>().Where(p => p.Status != PartStatus.Cancelled);
        return Read(chosen, calendar) is { } part && !offered.Any(p => p.Notation == part.Notation)
            ? offered.Append(part).OrderBy(p => (p.Year, p.Number))
            : offered;
    }

    /// <summary>
    /// The part-session that a text names, with the days that the calendar gives it; null for other texts.
    /// </summary>
    public static PartSession? Read(string text, Calendar calendar) =>
        AnchorValue.Read(text, calendar) is AnchorValue.Part part ? part.Session : null;

    /// <summary>"Third part-session 2029, 25–29 June 2029 (projected)".</summary>
    public static Bilingual NameOf(PartSession part)
    {
        var (name, days) = (part.Name, Days(part));
        var certainty = Certainty(part.Status);
        return (
            Capital(name.English.Replace(" of ", " ", StringComparison.Ordinal))
                + $", {days.English}{certainty.English}",
            $"{Capital(name.French.Replace(" de session de ", " de session ", StringComparison.Ordinal))}, "
            + $"{days.French}{certainty.French}");
    }

    /// <summary>"25–29 June 2029", "29 September – 3 October 2025".</summary>
    public static Bilingual Days(PartSession part) =>
        (Days(part, Language.English), Days(part, Language.French));

    private static string Days(PartSession part, Language language)
    {
        var (first, last) = (DateText.Short(part.Opens, language), DateText.Short(part.Closes, language));
        var year = $" {part.Opens.Year}";
        if (part.Opens.Year != part.Closes.Year) return $"{first} – {last}";
        var begin = first[..^year.Length];
        return part.Opens.Month == part.Closes.Month ? $"{begin[..begin.IndexOf(' ', StringComparison.Ordinal)]}–{last}"
            : $"{begin} – {last}";
    }

    private static Bilingual Certainty(PartStatus status) => status switch
    {
        PartStatus.Projected => (" (projected)", " (prévision)"),
        PartStatus.ToConfirm => (" (to be confirmed)", " (à confirmer)"),
        PartStatus.Cancelled => (" (cancelled)", " (annulée)"),
        _ => Bilingual.Empty,
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
