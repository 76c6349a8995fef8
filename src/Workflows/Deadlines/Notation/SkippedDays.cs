namespace Procedures.Deadlines.Notation;

/// <summary>The weekends and holidays between two days that a count of working days left out.</summary>
internal sealed class SkippedDays
{
    private const int NamedAtMost = 3;

    private readonly List<Holiday> _holidays = [];
    private readonly SortedSet<int> _yearsWithoutList = [];
    private readonly bool _weekends;

    public SkippedDays(Calendar calendar, DateOnly anchor, DateOnly reached)
    {
        var (first, last) = anchor < reached ? (anchor.AddDays(1), reached) : (reached, anchor.AddDays(-1));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!calendar.KnowsHolidaysOf(day.Year)) _yearsWithoutList.Add(day.Year);
            if (Calendar.IsWeekend(day)) _weekends = true;
            else if (calendar.HolidayOn(day) is { } holiday) _holidays.Add(holiday);
        }
    }

    public void Report(Reckoning reckoning)
    {
        var count = _holidays.Count;
        Bilingual holidays = count == 1
            ? ("1 holiday", "1 jour férié")
            : ($"{count} holidays", $"{count} jours fériés");
        if (count is > 0 and <= NamedAtMost) holidays = Listed(holidays);
        if (_weekends && count > 0)
            reckoning.Note(($"weekends and {holidays.English} are left out",
                $"week-ends et {holidays.French} non comptés"));
        else if (_weekends)
            reckoning.Note(("weekends are left out", "week-ends non comptés"));
        else if (count > 0)
            reckoning.Note(($"{holidays.English} left out", $"{holidays.French} non compté{(count > 1 ? "s" : "")}"));
        if (_yearsWithoutList.Count > 0)
        {
            var years = string.Join(", ", _yearsWithoutList);
            reckoning.Warn(($"No holidays are listed for {years}: working days were counted without them.",
                $"Aucun jour férié n'est enregistré pour {years} : les jours ouvrables sont comptés sans eux."));
        }
    }

    private Bilingual Listed(Bilingual holidays) =>
        ($"{holidays.English} ({string.Join(", ", _holidays.Select(h => DateText.Long(h.Day, Language.English)))})",
         $"{holidays.French} ({string.Join(", ", _holidays.Select(h => DateText.Long(h.Day, Language.French)))})");
}
