namespace Procedures.Deadlines.Notation;

/// <summary>The pieces from which descriptions and explanations are put together.</summary>
internal static class Wording
{
    /// <summary>"Monday 24 June 2019", "le lundi 24 juin 2019".</summary>
    public static Bilingual TheDay(DateOnly day)
    {
        var text = DateText.Long(day);
        return (text.English, $"le {text.French}");
    }

    /// <summary>"from Monday … to Friday …", "du lundi … au vendredi …".</summary>
    public static Bilingual FromTo(DateOnly first, DateOnly last)
    {
        var (from, to) = (DateText.Long(first), DateText.Long(last));
        return ($"from {from.English} to {to.English}", $"du {from.French} au {to.French}");
    }

    /// <summary>"EO, opening of the electing part-session", or the bare name: inside brackets.</summary>
    public static Bilingual NameWithLabel(string name, IAnchors anchors) => anchors.LabelOf(name) is { } label
        ? ($"{name}, {label.English}", $"{name}, {label.French}")
        : Bilingual.Same(name);

    /// <summary>"EO (opening of the electing part-session)", or the bare name.</summary>
    public static Bilingual NameThenLabel(string name, IAnchors anchors) => anchors.LabelOf(name) is { } label
        ? ($"{name} ({label.English})", $"{name} ({label.French})")
        : Bilingual.Same(name);

    /// <summary>How a year is written inside <c>part()</c> and <c>date()</c>.</summary>
    public static string YearNotation(YearReference year) => year.Anchor is null
        ? $"{year.Number}"
        : $"year({year.Anchor})" + year.Number switch { 0 => "", > 0 => $"+{year.Number}", _ => $"{year.Number}" };

    /// <summary>One sentence: the pieces divided by semicolons, a capital first, a full stop last.</summary>
    public static Bilingual Sentence(IEnumerable<Bilingual> pieces)
    {
        var all = pieces.ToList();
        return (Close(string.Join("; ", all.Select(piece => piece.English))),
                Close(string.Join(" ; ", all.Select(piece => piece.French))));
    }

    private static string Close(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
