using System.Collections.Frozen;

namespace Procedures.Deadlines;

/// <summary>
/// The part-sessions of the Assembly and the holidays of the Organisation. Immutable. Parts that the data do not
/// hold are projected by the usual pattern, for the years 1999 to 2060.
/// </summary>
public sealed class Calendar
{
    /// <summary>The first year for which a missing part is projected.</summary>
    public const int FirstYear = 1999;

    /// <summary>The last year for which a missing part is projected.</summary>
    public const int LastYear = 2060;

    private readonly FrozenDictionary<(int Year, int Number), PartSession> _parts;
    private readonly FrozenDictionary<DateOnly, Holiday> _holidays;
    private readonly FrozenSet<int> _holidayYears;

    /// <param name="parts">At most one for each year and number.</param>
    /// <param name="holidays">At most one for each day.</param>
    /// <exception cref="ArgumentException">Two entries for the same part or the same day.</exception>
    public Calendar(IEnumerable<PartSession> parts, IEnumerable<Holiday> holidays)
    {
        _parts = parts.ToDictionary(part => (part.Year, part.Number)).ToFrozenDictionary();
        _holidays = holidays.ToDictionary(holiday => holiday.Day).ToFrozenDictionary();
        _holidayYears = _holidays.Keys.Select(day => day.Year).ToFrozenSet();
    }

    /// <summary>Neither dated parts nor holidays: every part is projected, every weekday is worked.</summary>
    public static Calendar Empty { get; } = new([], []);

    /// <summary>The dated parts, in order of their opening; projections are not among them.</summary>
    public IEnumerable<PartSession> Parts => _parts.Values.OrderBy(part => part.Opens);

    /// <summary>The holidays in order.</summary>
    public IEnumerable<Holiday> Holidays => _holidays.Values.OrderBy(holiday => holiday.Day);

    /// <summary>Reads the two files of <c>workflows/calendars</c>.</summary>
    /// <exception cref="FormatException">A file is not of that form; the message names the entry.</exception>
    public static Calendar Read(string partSessionsJson, string holidaysJson) =>
        new(CalendarJson.ReadParts(partSessionsJson), CalendarJson.ReadHolidays(holidaysJson));

    /// <summary>The same calendar with one part put in or replaced: a date is fixed, moved or cancelled.</summary>
    public Calendar With(PartSession part) =>
        new(_parts.Values.Where(other => (other.Year, other.Number) != (part.Year, part.Number)).Append(part),
            _holidays.Values);

    /// <summary>The holiday of that day, if the Organisation has one.</summary>
    public Holiday? HolidayOn(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>True when the holiday list says anything about that year.</summary>
    public bool KnowsHolidaysOf(int year) => _holidayYears.Contains(year);

    /// <summary>Monday to Friday, and no holiday of the Organisation.</summary>
    public bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !_holidays.ContainsKey(day);

    /// <summary>
    /// The day that is <paramref name="count"/> working days after (before, when negative) a day. That day itself is
    /// never counted, whether it is worked or not; a count of zero gives it back.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var direction = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(direction);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>A part by year and number (1 to 4), projected when undated; null outside 1999 to 2060.</summary>
    public PartSession? Find(int year, int number)
    {
        if (number is < 1 or > 4) return null;
        if (_parts.TryGetValue((year, number), out var part)) return part;
        return year is >= FirstYear and <= LastYear ? NominalParts.Project(year, number) : null;
    }

    /// <summary>
    /// The last part, not cancelled, that closes on that day or earlier; null when the day lies after the last year
    /// that the calendar knows: later parts would be overlooked.
    /// </summary>
    public PartSession? LastPartClosingNlt(DateOnly day)
    {
        if (day.Year > LastYear) return null;
        for (var year = day.Year; year >= FirstYear; year--)
            for (var number = 4; number >= 1; number--)
                if (Held(year, number) is { } part && part.Closes <= day) return part;
        return null;
    }

    /// <summary>The first part, not cancelled, that opens on that day or later.</summary>
    public PartSession? FirstPartOpeningNbf(DateOnly day)
    {
        for (var year = Math.Max(day.Year, FirstYear); year <= LastYear; year++)
            for (var number = 1; number <= 4; number++)
                if (Held(year, number) is { } part && part.Opens >= day) return part;
        return null;
    }

    /// <summary>The first part, not cancelled, that opens after the given one has opened.</summary>
    public PartSession? NextPartAfter(PartSession part) => FirstPartOpeningNbf(part.Opens.AddDays(1));

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private PartSession? Held(int year, int number) =>
        Find(year, number) is { Status: not PartStatus.Cancelled } part ? part : null;
}
