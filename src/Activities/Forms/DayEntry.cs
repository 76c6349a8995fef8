using System.Globalization;
using System.Text.RegularExpressions;
using Procedures.Deadlines;

namespace Procedures.Forms;

/// <summary>
/// Reads a day as people of both languages type it: 2026-10-15, 15/10/2026, 15 October 2026, October 15th, 2026,
/// jeudi 1er octobre 2026. A day without its year, or with another weekday, is not guessed.
/// </summary>
public static partial class DayEntry
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
        "novembre", "decembre",
    ];

    private static readonly Bilingual Example = (
        "Write it as 15 October 2026 or 2026-10-15.", "Écrivez-le ainsi : 15 octobre 2026 ou 2026-10-15.");

    /// <summary>The day, or null when the text names none. Numbers alone are day, month, year.</summary>
    public static DateOnly? Read(string? text) =>
        Parse(text) is { } parts && DayOf(parts) is { } day && HasRightWeekday(parts, day) ? day : null;

    /// <summary>
    /// What is wrong with a text that <see cref="Read"/> does not take, with an example of what it takes.
    /// </summary>
    public static Bilingual ProblemOf(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return Because(("give the day.", "indiquez le jour."));
        if (Parse(typed) is not { } parts)
            return Because(($"“{typed}” is not a day.", $"« {typed} » n'est pas un jour."));
        if (parts.Year is null)
            return Because(($"“{typed}” names no year.", $"« {typed} » n'indique pas l'année."));
        if (parts.Year.Length != 4)
            return Because(
                ($"“{typed}”: the year has four digits.", $"« {typed} » : l'année s'écrit en quatre chiffres."));
        if (DayOf(parts) is { } day)
            return Because((
                $"“{typed}”: {DateText.Short(day).English} is a {DateText.Weekday(day.DayOfWeek, Language.English)}.",
                $"« {typed} » : le {DateText.Short(day).French} est un {DateText.Weekday(day.DayOfWeek, Language.French)}."));
        return Because(Impossible(typed, parts));
    }

    private static Bilingual Impossible(string typed, Parts parts)
    {
        var year = int.Parse(parts.Year!, CultureInfo.InvariantCulture);
        if (parts.Month is < 1 or > 12 || year is < 1 or > 9999)
            return ($"“{typed}” is not a day of the calendar.", $"« {typed} » n'est pas un jour du calendrier.");
        var (month, days) = (DateText.MonthOf(year, parts.Month), DateTime.DaysInMonth(year, parts.Month));
        return ($"“{typed}” is not a day of the calendar: {month.English} has {days} days.",
            $"« {typed} » n'est pas un jour du calendrier : {month.French} compte {days} jours.");
    }

    private static Bilingual Because(Bilingual wrong) =>
        ($"{wrong.English} {Example.English}", $"{wrong.French} {Example.French}");

    private static Parts? Parse(string? text)
    {
        var plain = Plainly(text ?? "");
        var match = YearFirst().Match(plain);
        if (!match.Success) match = DayFirst().Match(plain);
        if (!match.Success) match = MonthFirst().Match(plain);
        if (!match.Success || MonthOf(match.Groups["month"].Value) is not { } month) return null;
        var weekday = match.Groups["weekday"].Value;
        if (weekday.Length > 0 && WeekdayOf(weekday) is null) return null;
        return new(int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture), month,
            match.Groups["year"] is { Success: true } year ? year.Value : null, WeekdayOf(weekday));
    }

    private static DateOnly? DayOf(Parts parts)
    {
        if (parts.Year is not { Length: 4 } || parts.Month is < 1 or > 12) return null;
        var year = int.Parse(parts.Year, CultureInfo.InvariantCulture);
        return year >= 1 && parts.Day >= 1 && parts.Day <= DateTime.DaysInMonth(year, parts.Month)
            ? new DateOnly(year, parts.Month, parts.Day)
            : null;
    }

    private static bool HasRightWeekday(Parts parts, DateOnly day) =>
        parts.Weekday is not { } weekday || weekday == day.DayOfWeek;

    // A number, or the beginning of a name that leaves no doubt: "jui" could be two months.
    private static int? MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (text.Length < 3) return null;
        var found = Enumerable.Range(0, Months.Length)
            .Where(i => Months[i].StartsWith(text, StringComparison.Ordinal)).Select(i => i % 12 + 1).Distinct()
                .ToArray();
        return found is [var month] ? month : null;
    }

    private static DayOfWeek? WeekdayOf(string text) => text.Length < 3 ? null : Enum.GetValues<DayOfWeek>()
        .Where(day => Enum.GetValues<Language>()
            .Any(language => Plainly(DateText.Weekday(day, language)).StartsWith(text, StringComparison.Ordinal)))
        .Cast<DayOfWeek?>().FirstOrDefault();

    private static string Plainly(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD);
        return string.Concat(plain.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    [GeneratedRegex(@"^(?<year>\d{4})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?:(?:on|the|le)\s+)?(?:(?<weekday>[a-z]{3,10})\.?,?\s+)?(?:(?:the|le)\s+)?(?<day>\d{1,2})(?:er|st|nd|rd|th)?"
        + @"[\s./-]+(?:(?:of|de)\s+)?(?<month>\d{1,2}|[a-z]{3,9})\.?(?:,?[\s./-]+(?<year>\d{1,4}))?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?:(?<weekday>[a-z]{3,10})\.?,?\s+)?(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?"
        + @"(?:,?\s+(?<year>\d{1,4}))?$")]
    private static partial Regex MonthFirst();

    /// <param name="Year">As typed; null: none was.</param>
    private sealed record Parts(int Day, int Month, string? Year, DayOfWeek? Weekday);
}
