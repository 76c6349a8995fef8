using System.Text.RegularExpressions;

namespace Procedures.Tests.Deadlines;

/// <summary>
/// A second computation, written to be unlike the first: it knows no date type. It writes down every day from 2010 to
/// 2045 one after the other, with its weekday, and then only ever walks along that list.
/// </summary>
internal sealed class NaiveCount
{
    private readonly List<(int Year, int Month, int Day)> _days = [];
    private readonly List<bool> _worked = [];
    private readonly Dictionary<(int, int, int), int> _index = [];

    public NaiveCount(string holidaysJson)
    {
        var closed = Regex.Matches(holidaysJson, "\"date\": \"([0-9-]+)\"").Select(match => match.Groups[1].Value)
            .ToHashSet();
        var (year, month, day, weekday) = (2010, 1, 1, 5); // 1 January 2010 was a Friday.
        while (year < 2046)
        {
            _index[(year, month, day)] = _days.Count;
            _days.Add((year, month, day));
            _worked.Add(weekday is >= 1 and <= 5 && !closed.Contains($"{year}-{month:00}-{day:00}"));
            weekday = weekday == 7 ? 1 : weekday + 1;
            day++;
            if (day <= Longest(year, month)) continue;
            day = 1;
            month++;
            if (month <= 12) continue;
            month = 1;
            year++;
        }
    }

    public (int Year, int Month, int Day) Count((int, int, int) start, int amount, string unit, bool backward)
    {
        var at = _index[start];
        var step = backward ? -1 : 1;
        switch (unit)
        {
            case "d":
            case "w":
                var days = unit == "w" ? amount * 7 : amount;
                while (days-- > 0) at += step;
                return _days[at];
            case "wd":
                for (var seen = 0; seen < amount;)
                {
                    at += step;
                    if (_worked[at]) seen++;
                }
                return _days[at];
            default:
                return Month(at, unit == "y" ? amount * 12 : amount, step);
        }
    }

    // Walks day by day, counts each crossing of a month's border, and then looks for the day number in that month.
    private (int Year, int Month, int Day) Month(int start, int months, int step)
    {
        var at = start;
        for (var crossed = 0; crossed < months; at += step)
            if (_days[at + step].Month != _days[at].Month) crossed++;
        while (_days[at].Day != 1) at--;
        while (_days[at].Day != _days[start].Day && _days[at + 1].Month == _days[at].Month) at++;
        return _days[at];
    }

    private static int Longest(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
