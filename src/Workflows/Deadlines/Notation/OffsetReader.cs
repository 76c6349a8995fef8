using System.Globalization;

namespace Procedures.Deadlines.Notation;

/// <summary>Reads <c>3 mo</c>, <c>30 d</c>, <c>6 w</c>, <c>10 wd</c>, <c>5 y</c>.</summary>
internal static class OffsetReader
{
    private static readonly Bilingual Units =
        ("d (calendar days), w (weeks), mo (calendar months), y (years) or wd (working days)",
         "d (jours calendaires), w (semaines), mo (mois calendaires), y (années) ou wd (jours ouvrables)");

    // What people write first, and what they should write.
    private static readonly Dictionary<string, string> Misspelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m"] = "mo", ["month"] = "mo", ["months"] = "mo", ["mois"] = "mo", ["mos"] = "mo",
        ["day"] = "d", ["days"] = "d", ["j"] = "d", ["jours"] = "d", ["jour"] = "d",
        ["week"] = "w", ["weeks"] = "w", ["semaines"] = "w", ["semaine"] = "w", ["s"] = "w",
        ["year"] = "y", ["years"] = "y", ["an"] = "y", ["ans"] = "y", ["a"] = "y",
        ["working"] = "wd", ["workdays"] = "wd", ["bd"] = "wd", ["jo"] = "wd",
    };

    public static Offset Read(Reader reader, bool backward)
    {
        var number = reader.Expect(TokenKind.Number,
            ("a number and a unit, such as 3 mo", "un nombre et une unité, par exemple 3 mo"));
        var unitToken = reader.Current;
        var unit = Unit(reader);
        reader.Take();
        var largest = Largest(unit);
        if (!int.TryParse(number.Text, CultureInfo.InvariantCulture, out var amount) || amount > largest)
            throw Reader.At(number, ($"At most {largest} {unitToken.Text} may be counted.",
                $"On compte au plus {largest} {unitToken.Text}."));
        return new Offset(amount, unit, backward);
    }

    private static OffsetUnit Unit(Reader reader)
    {
        var token = reader.Current;
        if (token.Is("d")) return OffsetUnit.Days;
        if (token.Is("w")) return OffsetUnit.Weeks;
        if (token.Is("mo")) return OffsetUnit.Months;
        if (token.Is("y")) return OffsetUnit.Years;
        if (token.Is("wd")) return OffsetUnit.WorkingDays;
        if (token.Kind == TokenKind.Word && Misspelt.TryGetValue(token.Text, out var meant))
            throw reader.Error(($"\"{token.Text}\" is not a unit; write {meant}.",
                $"« {token.Text} » n'est pas une unité ; écrivez {meant}."));
        throw reader.Unexpected(Units);
    }

    // Half a century in every unit.
    private static int Largest(OffsetUnit unit) => unit switch
    {
        OffsetUnit.Years => 50,
        OffsetUnit.Months => 600,
        OffsetUnit.Weeks => 2600,
        OffsetUnit.WorkingDays => 12_000,
        _ => 18_000,
    };
}
