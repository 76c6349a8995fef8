using System.Globalization;

namespace Procedures.Deadlines.Notation;

/// <summary>Reads written days, months and years.</summary>
internal static class DayReader
{
    private const int EarliestYear = 1900, LatestYear = 2200, LargestShift = 50;

    public static DateOnly Written(Token token)
    {
        if (!DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
            throw Reader.At(token, ($"{token.Text} is not a day of the calendar.",
                $"{token.Text} n'est pas un jour du calendrier."));
        CheckYear(token, day.Year);
        return day;
    }

    /// <summary><c>date(year(TS), 1, 10)</c>: year, month, day.</summary>
    public static DaySource.OfYear OfYear(Reader reader)
    {
        reader.Take();
        Bilingual form = ("date(year(TS), 1, 10): year, month, day", "date(year(TS), 1, 10) : année, mois, jour");
        reader.Expect(TokenKind.Open, form);
        var year = Year(reader);
        reader.Expect(TokenKind.Comma, form);
        var month = MonthNumber(reader);
        reader.Expect(TokenKind.Comma, form);
        var day = reader.Expect(TokenKind.Number, form);
        // A year that is not known yet may be a leap year.
        var longest = DateTime.DaysInMonth(year.Anchor is null ? year.Number : 2024, month);
        if (!int.TryParse(day.Text, CultureInfo.InvariantCulture, out var number) || number < 1 || number > longest)
            throw Reader.At(day, ($"That month has the days 1 to {longest}.", $"Ce mois a les jours 1 à {longest}."));
        reader.Expect(TokenKind.Close, form);
        return new DaySource.OfYear(year, month, number);
    }

    /// <summary><c>2026-09</c>, or <c>(year(TS) - 1, 9)</c>.</summary>
    public static SpanClause.InMonth Month(Reader reader)
    {
        Bilingual form = ("a month such as 2026-09, or (year(TS) - 1, 9)",
            "un mois comme 2026-09, ou (year(TS) - 1, 9)");
        if (reader.Current.Kind == TokenKind.Month)
        {
            var token = reader.Take();
            var written = int.Parse(token.Text.AsSpan(0, 4), CultureInfo.InvariantCulture);
            CheckYear(token, written);
            return new SpanClause.InMonth(YearReference.Fixed(written), CheckMonth(token, token.Text[5..]));
        }
        reader.Expect(TokenKind.Open, form);
        var year = Year(reader);
        reader.Expect(TokenKind.Comma, form);
        var month = MonthNumber(reader);
        reader.Expect(TokenKind.Close, form);
        return new SpanClause.InMonth(year, month);
    }

    /// <summary><c>2026</c>, or <c>year(TS)</c> with a whole number of years added or taken away.</summary>
    public static YearReference Year(Reader reader)
    {
        var token = reader.Current;
        if (token.Kind == TokenKind.Number)
        {
            reader.Take();
            if (!int.TryParse(token.Text, CultureInfo.InvariantCulture, out var written)) written = 0;
            CheckYear(token, written);
            return YearReference.Fixed(written);
        }
        if (!token.Is("year"))
            throw reader.Unexpected(("a year such as 2026 or year(TS)", "une année comme 2026 ou year(TS)"));
        reader.Take();
        reader.Expect(TokenKind.Open, ("year(TS)", "year(TS)"));
        var anchor = reader.Name();
        reader.Expect(TokenKind.Close, ("year(TS)", "year(TS)"));
        return YearReference.Of(anchor, Shift(reader));
    }

    private static int Shift(Reader reader)
    {
        if (reader.Current.Kind is not (TokenKind.Plus or TokenKind.Minus)) return 0;
        var sign = reader.Take().Kind == TokenKind.Minus ? -1 : 1;
        var token = reader.Expect(TokenKind.Number, ("a number of years", "un nombre d'années"));
        if (!int.TryParse(token.Text, CultureInfo.InvariantCulture, out var years) || years > LargestShift)
            throw Reader.At(token, ($"At most {LargestShift} years may be added or taken away.",
                $"On ajoute ou retranche au plus {LargestShift} années."));
        return sign * years;
    }

    private static int MonthNumber(Reader reader)
    {
        var token = reader.Expect(TokenKind.Number, ("a month, 1 to 12", "un mois, de 1 à 12"));
        return CheckMonth(token, token.Text);
    }

    private static int CheckMonth(Token token, string text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12) return month;
        throw Reader.At(token, ("Months are numbered 1 to 12.", "Les mois sont numérotés de 1 à 12."));
    }

    private static void CheckYear(Token token, int year)
    {
        if (year is < EarliestYear or > LatestYear)
            throw Reader.At(token, ($"Write a year between {EarliestYear} and {LatestYear}.",
                $"Écrivez une année entre {EarliestYear} et {LatestYear}."));
    }
}
