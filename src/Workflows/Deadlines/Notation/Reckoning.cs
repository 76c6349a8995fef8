namespace Procedures.Deadlines.Notation;

/// <summary>
/// One computation: looks values up, and collects what has to be said about them. The sentence that explains a day
/// is made from what was collected while that very day was computed, so the two cannot disagree.
/// </summary>
internal sealed class Reckoning(IAnchors anchors, Calendar calendar)
{
    // Far beyond every procedure, and far from the ends of the calendar type: no offset can leave it.
    private const int EarliestYear = 1900, LatestYear = 2200;

    private readonly List<string> _missing = [];
    private readonly List<Bilingual> _misfits = [];
    private readonly List<CountedFrom> _countedFrom = [];
    private readonly List<Bilingual> _warnings = [];
    private readonly List<Bilingual> _notes = [];
    private readonly List<Bilingual> _provisionalReasons = [];

    public IAnchors Anchors { get; } = anchors;

    public Calendar Calendar { get; } = calendar;

    public IReadOnlyList<string> Missing => _missing;

    public IReadOnlyList<CountedFrom> CountedFrom => _countedFrom;

    public IReadOnlyList<Bilingual> Warnings => _warnings;

    public IReadOnlyList<Bilingual> ProvisionalReasons => _provisionalReasons;

    public bool Provisional => _provisionalReasons.Count > 0;

    /// <summary>What follows the day in the sentence, provisional reasons last.</summary>
    public IEnumerable<Bilingual> Remarks => Provisional ? _notes.Append(ProvisionalRemark()) : _notes;

    public DateOnly? Day(string name)
    {
        switch (LookUp(name))
        {
            case AnchorValue.Day { Date.Year: >= EarliestYear and <= LatestYear } day:
                ConsiderName(name);
                return day.Date;
            case AnchorValue.Day:
                Misfit(name, ($"{name} lies outside the years {EarliestYear} to {LatestYear}.",
                    $"{name} est en dehors des années {EarliestYear} à {LatestYear}."));
                return null;
            case AnchorValue.Part:
                Misfit(name, ($"{name} is a part-session, not a day: write open({name}), close({name}) or in {name}.",
                    $"{name} est une partie de session, non un jour : "
                    + $"écrivez open({name}), close({name}) ou in {name}."));
                return null;
            default:
                return null;
        }
    }

    public PartSession? Part(string name)
    {
        switch (LookUp(name))
        {
            case AnchorValue.Part part:
                // A part that is itself projected or to be confirmed gives the better reason.
                if (!part.Session.IsProvisional) ConsiderName(name);
                return Consider(part.Session);
            case AnchorValue.Day:
                Misfit(name, ($"{name} is a day, not a part-session: write {name} without in, open or close.",
                    $"{name} est un jour, non une partie de session : écrivez {name} sans in, open ni close."));
                return null;
            default:
                return null;
        }
    }

    public PartSession? Part(int year, int number)
    {
        if (Calendar.Find(year, number) is { } part) return Consider(part);
        Add(_missing, $"part({year},{number})");
        return null;
    }

    public int? YearOf(string name) => LookUp(name) switch
    {
        AnchorValue.Part => Part(name)?.Year,
        AnchorValue.Day => Day(name)?.Year,
        _ => null,
    };

    /// <summary>The value of a name, whatever its kind; notes a missing one.</summary>
    public AnchorValue? LookUp(string name)
    {
        var value = Anchors.Find(name);
        if (value is null) Add(_missing, name);
        return value;
    }

    public void CountFrom(string notation, DateOnly day) => Add(_countedFrom, new CountedFrom(notation, day));

    public void Note(Bilingual note) => Add(_notes, note);

    public void Warn(Bilingual warning) => Add(_warnings, warning);

    /// <summary>Says what the offset did that a reader would not expect.</summary>
    public void NoteOffset(Offset offset, DateOnly anchor, DateOnly day)
    {
        if (offset.Unit == OffsetUnit.WorkingDays) new SkippedDays(Calendar, anchor, day).Report(this);
        if (offset.Unit is OffsetUnit.Months or OffsetUnit.Years && day.Day != anchor.Day)
        {
            var month = DateText.MonthOf(day.Year, day.Month);
            Note(($"{month.English} has no day {anchor.Day}, so its last day is taken",
                  $"{month.French} n'a pas de jour {anchor.Day}, son dernier jour est retenu"));
        }
    }

    /// <summary>Flags a legal day that falls on a closure; the day itself stays.</summary>
    public void NoteClosure(DateOnly day)
    {
        var text = Wording.TheDay(day);
        if (Calendar.IsWeekend(day))
        {
            Note(("it falls on a weekend and is not moved", "cette date tombe un week-end et n'est pas reportée"));
            Warn(($"{text.English} falls on a weekend; the legal date is not moved.",
                  $"Attention : {text.French} tombe un week-end ; la date légale n'est pas reportée."));
        }
        else if (Calendar.HolidayOn(day) is { } holiday)
        {
            var (english, french) = (holiday.Name.English, holiday.Name.French);
            Note(($"it is a holiday of the Organisation ({english}) and is not moved",
                  $"c'est un jour férié de l'Organisation ({french}) et la date n'est pas reportée"));
            Warn(($"{text.English} is a holiday of the Organisation ({english}); the legal date is not moved.",
                  $"Attention : {text.French} est un jour férié de l'Organisation ({french}) ; "
                  + "la date légale n'est pas reportée."));
        }
    }

    /// <summary>Why nothing was found, in one sentence.</summary>
    public Bilingual ReasonUnresolved()
    {
        if (_misfits.Count > 0) return _misfits[0];
        var names = string.Join(", ", _missing);
        return _missing.Count == 1
            ? ($"No date yet: {names} has no value.", $"Pas encore de date : {names} n'a pas de valeur.")
            : ($"No date yet: {names} have no value.", $"Pas encore de date : {names} n'ont pas de valeur.");
    }

    /// <summary>A search went past the years that the calendar knows or projects.</summary>
    public void OutsideCalendar(Bilingual sought) => Add(_misfits,
        ($"No date: the calendar of {Calendar.FirstYear} to {Calendar.LastYear} does not hold {sought.English}.",
         $"Pas de date : le calendrier de {Calendar.FirstYear} à {Calendar.LastYear} "
         + $"ne contient pas {sought.French}."));

    /// <summary>Flags a part-session that is cancelled or whose dates may still change.</summary>
    public PartSession Consider(PartSession part)
    {
        var name = part.Name;
        if (part.Status == PartStatus.Cancelled)
        {
            Note(($"the {name.English} is cancelled", $"la {name.French} est annulée"));
            Warn(($"The rule names the {name.English}, which is cancelled.",
                  $"La règle vise la {name.French}, qui est annulée."));
        }
        if (part.Status == PartStatus.ToConfirm)
            Add(_provisionalReasons, ($"the dates of the {name.English} are to be confirmed",
                $"les dates de la {name.French} sont à confirmer"));
        if (part.Status == PartStatus.Projected)
            Add(_provisionalReasons, ($"the dates of the {name.English} are projected",
                $"les dates de la {name.French} sont une projection"));
        return part;
    }

    private void ConsiderName(string name)
    {
        if (Anchors.IsProvisional(name))
            Add(_provisionalReasons, ($"{name} may still change", $"{name} peut encore changer"));
    }

    private Bilingual ProvisionalRemark() =>
        ($"provisional, because {string.Join(" and ", _provisionalReasons.Select(reason => reason.English))}",
         $"provisoire, car {string.Join(" et ", _provisionalReasons.Select(reason => reason.French))}");

    private void Misfit(string name, Bilingual reason)
    {
        Add(_missing, name);
        Add(_misfits, reason);
    }

    private static void Add<T>(List<T> list, T item)
    {
        if (!list.Contains(item)) list.Add(item);
    }
}
