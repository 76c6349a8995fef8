using System.Globalization;

namespace Procedures.Deadlines;

/// <summary>
/// Days as people read them. The tables stand here so that no culture data of the machine can change a letter.
/// </summary>
public static class DateText
{
    private static readonly Bilingual[] Weekdays =
    [
        ("Sunday", "dimanche"), ("Monday", "lundi"), ("Tuesday", "mardi"), ("Wednesday", "mercredi"),
        ("Thursday", "jeudi"), ("Friday", "vendredi"), ("Saturday", "samedi"),
    ];

    private static readonly Bilingual[] Months =
    [
        ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"),
        ("June", "juin"), ("July", "juillet"), ("August", "août"), ("September", "septembre"),
        ("October", "octobre"), ("November", "novembre"), ("December", "décembre"),
    ];

    /// <summary>"Monday 24 June 2019", "lundi 24 juin 2019".</summary>
    public static string Long(DateOnly day, Language language) =>
        $"{Weekday(day.DayOfWeek, language)} {Short(day, language)}";

    /// <summary>"24 June 2019", "24 juin 2019", "1er octobre 2026".</summary>
    public static string Short(DateOnly day, Language language) =>
        $"{DayAndMonth(day.Month, day.Day, language)} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Both languages of <see cref="Long(DateOnly, Language)"/>.</summary>
    public static Bilingual Long(DateOnly day) => new(Long(day, Language.English), Long(day, Language.French));

    /// <summary>Both languages of <see cref="Short(DateOnly, Language)"/>.</summary>
    public static Bilingual Short(DateOnly day) => new(Short(day, Language.English), Short(day, Language.French));

    /// <summary>"September 2026", "septembre 2026"; months count from 1.</summary>
    public static Bilingual MonthOf(int year, int month) =>
        new($"{Months[month - 1].English} {year}", $"{Months[month - 1].French} {year}");

    /// <summary>"Monday", "lundi".</summary>
    public static string Weekday(DayOfWeek day, Language language) => Weekdays[(int)day].In(language);

    internal static string DayAndMonth(int month, int day, Language language)
    {
        var number = day == 1 && language == Language.French ? "1er" : day.ToString(CultureInfo.InvariantCulture);
        return $"{number} {Months[month - 1].In(language)}";
    }

    internal static Bilingual MonthName(int month) => Months[month - 1];
}
