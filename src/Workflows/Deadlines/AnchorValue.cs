using System.Globalization;
using System.Text.RegularExpressions;

namespace Procedures.Deadlines;

/// <summary>What a date of reference stands for: one day, or a whole part-session.</summary>
public abstract partial record AnchorValue
{
    private AnchorValue() { }

    /// <summary>One day.</summary>
    public sealed record Day(DateOnly Date) : AnchorValue
    {
        public override string ToString() => Notation;
    }

    /// <summary>A part-session; <c>open()</c> and <c>close()</c> give its days.</summary>
    public sealed record Part(PartSession Session) : AnchorValue
    {
        public override string ToString() => Notation;
    }

    /// <summary>How the value is kept and typed: <c>2026-06-22</c> or <c>part(2026,3)</c>.</summary>
    public string Notation => this switch
    {
        Day day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Part part => part.Session.Notation,
        _ => throw new InvalidOperationException("An anchor value is a day or a part-session."),
    };

    /// <summary>Reads <see cref="Notation"/> back; a part gets the days that the calendar gives it now.</summary>
    /// <returns>Null when the text is neither a day nor a part of a known year.</returns>
    public static AnchorValue? Read(string text, Calendar calendar)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Day(day);
        var match = PartNotation().Match(text);
        if (!match.Success) return null;
        var number = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return calendar.Find(year, number) is { } session ? new Part(session) : null;
    }

    [GeneratedRegex(@"^part\(\s*([0-9]{4})\s*,\s*([1-4])\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex PartNotation();
}
