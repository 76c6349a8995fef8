using System.Globalization;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Days as texts 'YYYY-MM-DD', read and written.</summary>
internal static class Days
{
    public static Value Write(DateOnly day) => Value.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static DateOnly Read(Run run, Value value)
    {
        if (value is not Value.Text text)
        {
            var shown = Shown(run, value);
            throw run.Fault((
                $"a day is written as a text like '2026-10-01', and {shown.English} is none",
                $"un jour s'écrit comme un texte tel que '2026-10-01', et {shown.French} n'en est pas un"));
        }
        return Parse(text.Content)
            ?? throw run.Fault((
                $"'{Shortened(text.Content)}' is no day; write it like '2026-10-01'",
                $"'{Shortened(text.Content)}' n'est pas un jour ; écrivez-le comme '2026-10-01'"));
    }

    /// <summary>
    /// Reads a day, also with one-digit months. A time after it is dropped when it names no zone or is midnight;
    /// any other moment with a zone may lie on another day in Paris and is refused.
    /// </summary>
    private static DateOnly? Parse(string text)
    {
        var timeAt = text.IndexOf('T', StringComparison.Ordinal);
        if (timeAt >= 0 && !IsHarmlessTime(text[(timeAt + 1)..])) return null;
        var day = timeAt >= 0 ? text[..timeAt] : text;
        return DateOnly.TryParseExact(day, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read : null;
    }

    private static bool IsHarmlessTime(string time)
    {
        string[] withoutZone = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
        if (TimeOnly.TryParseExact(time, withoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return true;
        var zoneAt = time.IndexOfAny(['Z', '+', '-']);
        return zoneAt > 0
            && TimeOnly.TryParseExact(time[..zoneAt], withoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var moment)
            && moment == TimeOnly.MinValue;
    }

    private static Bilingual Shown(Run run, Value value) =>
        value is Value.List ? ("a list", "une liste")
        : value is Value.Map ? ("an object", "un objet")
        : Bilingual.Same(Shortened(Conversions.ToText(run, value)));

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
