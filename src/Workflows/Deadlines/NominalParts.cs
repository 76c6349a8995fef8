namespace Procedures.Deadlines;

/// <summary>
/// The usual pattern of the part-sessions, read off the years 2014 to 2026. It stands in for years whose dates nobody
/// has fixed yet, so that a term ending in 2035 can be planned; everything computed from it is provisional.
/// </summary>
internal static class NominalParts
{
    /// <summary>Part <paramref name="number"/> of a year: Monday to Friday, status projected.</summary>
    public static PartSession Project(int year, int number)
    {
        var opens = number switch
        {
            1 => MondayFrom(year, 1, 22),
            2 => SpringOpening(year),
            3 => MondayFrom(year, 6, 20),
            _ => AutumnOpening(year),
        };
        return new PartSession(year, number, opens, opens.AddDays(4), PartStatus.Projected);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).</summary>
    public static DateOnly Easter(int year)
    {
        int golden = year % 19, century = year / 100, rest = year % 100;
        var correction = (8 * century + 13) / 25;
        var epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var day = epact + weekday - 7 * late + 114;
        return new DateOnly(year, day / 31, day % 31 + 1);
    }

    // The Monday between 18 and 24 April; a week that holds Good Friday or Easter Monday is avoided by going back
    // two weeks, as in 2014, 2019 and 2025.
    private static DateOnly SpringOpening(int year)
    {
        var monday = MondayFrom(year, 4, 18);
        var easter = Easter(year);
        var inEasterWeeks = monday == easter.AddDays(1) || monday == easter.AddDays(-6);
        return inEasterWeeks ? monday.AddDays(-14) : monday;
    }

    // The last Monday of September when it falls between the 27th and the 30th, otherwise the second of October.
    private static DateOnly AutumnOpening(int year)
    {
        var monday = MondayFrom(year, 9, 27);
        return monday.Month == 9 ? monday : monday.AddDays(7);
    }

    private static DateOnly MondayFrom(int year, int month, int day)
    {
        var first = new DateOnly(year, month, day);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }
}
