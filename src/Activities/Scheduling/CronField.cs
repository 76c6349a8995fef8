using System.Globalization;

namespace Procedures.Activities.Scheduling;

/// <summary>One field of a cron expression: which numbers it may hold and by which names they go.</summary>
internal sealed record CronField(Bilingual Name, int Least, int Most, string[] Names)
{
    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static readonly CronField Second = new(("second", "seconde"), 0, 59, []);
    public static readonly CronField Minute = new(("minute", "minute"), 0, 59, []);
    public static readonly CronField Hour = new(("hour", "heure"), 0, 23, []);
    public static readonly CronField Day = new(("day of the month", "jour du mois"), 1, 31, []);
    public static readonly CronField Month = new(("month", "mois"), 1, 12, Months);

    /// <summary>0 and 7 are both Sunday.</summary>
    public static readonly CronField WeekDay = new(("day of the week", "jour de la semaine"), 0, 7, Days);

    /// <summary>The numbers that a list of values, ranges and steps names, as bits.</summary>
    public ulong Read(string text)
    {
        var bits = 0UL;
        foreach (var part in text.Split(',')) bits |= Part(part);
        return this == WeekDay ? Folded(bits) : bits;
    }

    /// <summary>One number or name of this field.</summary>
    /// <exception cref="CronSyntaxException">It is neither, or out of range.</exception>
    public int Number(string text)
    {
        var index = Array.FindIndex(Names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return index + (this == Month ? 1 : 0);
        if (text.Length is > 0 and < 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Least && number <= Most) return number;
        throw new CronSyntaxException((
            $"“{text}” is no {Name.English} ({Least} to {Most}).",
            $"« {text} » ne convient pas ({Name.French}, de {Least} à {Most})."));
    }

    private ulong Part(string part)
    {
        var (range, step) = SplitStep(part);
        if (range == "*" || (range == "?" && (this == Day || this == WeekDay)))
            return Bits(Least, this == WeekDay ? 6 : Most, step ?? 1);
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            var one = Number(range);
            return step is null ? 1UL << one : Bits(one, this == WeekDay ? 6 : Most, step.Value);
        }
        return Range(Number(range[..dash]), Number(range[(dash + 1)..]), step ?? 1);
    }

    // A range may run backwards through the end, as 22-2 for the hours of a night.
    private ulong Range(int first, int last, int step)
    {
        if (first <= last) return Bits(first, last, step);
        var count = this == WeekDay ? 7 : Most - Least + 1;
        var bits = 0UL;
        for (var i = first; i <= last + count; i += step) bits |= 1UL << (Least + (i - Least) % count);
        return bits;
    }

    private (string Range, int? Step) SplitStep(string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return (part, null);
        var text = part[(slash + 1)..];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            && step >= 1 && step <= Most)
            return (part[..slash], step);
        throw new CronSyntaxException((
            $"“{text}” is no step for the {Name.English} (1 to {Most}).",
            $"« {text} » n'est pas un pas admis ({Name.French}, de 1 à {Most})."));
    }

    private static ulong Bits(int first, int last, int step)
    {
        var bits = 0UL;
        for (var i = first; i <= last; i += step) bits |= 1UL << i;
        return bits;
    }

    private static ulong Folded(ulong weekDays) => (weekDays & 0x7F) | (weekDays >> 7 & 1);
}
