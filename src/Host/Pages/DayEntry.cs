using System.Globalization;
using System.Text.RegularExpressions;

namespace Procedures.Pages;

/// <summary>Reads a day as people type it: 2026-10-15, 15/10/2026, 15 October 2026, jeudi 1er octobre 2026.</summary>
public static partial class DayEntry
{
    private static readonly string[] Months =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec",
    ];

    /// <summary>The day, or null when the text names none. Numbers alone are day, month, year.</summary>
    public static DateOnly? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(
            text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return iso;
        var match = DayMonthYear().Match(Plainly(text));
        if (!match.Success) return null;
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var month = MonthOf(match.Groups["month"].Value);
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        // "juin" and "juil" share three letters, so the longest beginning wins.
        var found = Enumerable.Range(0, Months.Length).Where(i => text.StartsWith(Months[i], StringComparison.Ordinal))
            .OrderByDescending(i => Months[i].Length).Cast<int?>().FirstOrDefault();
        return found is { } index ? index % 12 + 1 : 0;
    }

    private static string Plainly(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD);
        return string.Concat(plain.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    [GeneratedRegex(
        @"^(?:[a-z]{3,10}\.?,?\s+)?(?<day>\d{1,2})(?:er)?[\s./-]+(?<month>\d{1,2}|[a-z]{3,9})\.?[\s./-]+(?<year>\d{4})$")]
    private static partial Regex DayMonthYear();
}
