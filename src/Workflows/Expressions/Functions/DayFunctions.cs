using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>
/// Functions over days. Months are calendar months; where the day is missing, the month's last day stands.
/// </summary>
internal static class DayFunctions
{
    public static readonly Bilingual NoClock = (
        "an expression has no clock; use today() for the day of the step, and day('2026-10-01') for any other",
        "une expression n'a pas d'horloge ; today() donne le jour du pas, et day('2026-10-01') tout autre jour");

    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        Globals.Function("today", (run, _) => Days.Write(run.Scope.Today)),
        Globals.Function("day", (run, a) => Days.Write(Days.Read(run, a[0]))),
        Globals.Function("addDays", (run, a) => Moved(run, a, "addDays", (day, n) => day.AddDays(n))),
        Globals.Function("addWeeks", (run, a) => Moved(run, a, "addWeeks", (day, n) => day.AddDays(checked(7 * n)))),
        Globals.Function("addMonths", (run, a) => Moved(run, a, "addMonths", (day, n) => day.AddMonths(n))),
        Globals.Function("addYears", (run, a) => Moved(run, a, "addYears", (day, n) => day.AddYears(n))),
        Globals.Function("daysBetween", (run, a) =>
            Value.Of(Days.Read(run, a[1]).DayNumber - Days.Read(run, a[0]).DayNumber)),
        Globals.Function("weekday", (run, a) => Value.Of(((int)Days.Read(run, a[0]).DayOfWeek + 6) % 7 + 1)),
        Globals.Function("yearOf", (run, a) => Value.Of(Days.Read(run, a[0]).Year)),
        Globals.Function("monthOf", (run, a) => Value.Of(Days.Read(run, a[0]).Month)),
        Globals.Function("dayOfMonth", (run, a) => Value.Of(Days.Read(run, a[0]).Day)),
        Globals.Function("isBefore", (run, a) => Value.Of(Days.Read(run, a[0]) < Days.Read(run, a[1]))),
        Globals.Function("isAfter", (run, a) => Value.Of(Days.Read(run, a[0]) > Days.Read(run, a[1]))),
        Globals.Function("minDay", (run, a) => Extreme(run, a, "minDay", (day, best) => day < best)),
        Globals.Function("maxDay", (run, a) => Extreme(run, a, "maxDay", (day, best) => day > best)),
        Globals.Function("ageOn", (run, a) => Value.Of(AgeOn(run, Days.Read(run, a[0]), Days.Read(run, a[1])))),
        Globals.Named("Date", Refuse, ("now", Refuse), ("parse", Refuse), ("UTC", Refuse)),
        .. new[] { "getUtcNow", "getNow" }.Select(name => Globals.Function(name, Refuse)),
    ];

    private static Value Refuse(Run run, Arguments a) => throw run.Fault(NoClock);

    private static Value Moved(Run run, Arguments a, string function, Func<DateOnly, int, DateOnly> move)
    {
        var day = Days.Read(run, a[0]);
        if (a[1] is not Value.Number { Amount: var number } || number != Math.Floor(number))
            throw run.Fault((
                $"{function} needs a whole number as its second argument",
                $"{function} demande un nombre entier comme second argument"));
        try
        {
            return Days.Write(move(day, checked((int)number)));
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or OverflowException)
        {
            throw run.Fault((
                $"{function}: the calendar has no such day", $"{function} : le calendrier n'a pas ce jour"));
        }
    }

    /// <summary>The earliest or latest of days that are given one by one or as a list.</summary>
    private static Value Extreme(Run run, Arguments a, string function, Func<DateOnly, DateOnly, bool> better)
    {
        var values = a.Count == 1 && a[0] is Value.List list ? list.Items.AsSpan() : a.All;
        if (values.Length == 0) throw run.Fault((
            $"{function} needs at least one day", $"{function} demande au moins un jour"));
        run.Spend(values.Length);
        var best = Days.Read(run, values[0]);
        foreach (var value in values)
            if (Days.Read(run, value) is var day && better(day, best)) best = day;
        return Days.Write(best);
    }

    /// <summary>
    /// Full years. Someone born on 29 February completes a year on 28 February where there is no 29th.
    /// </summary>
    private static int AgeOn(Run run, DateOnly born, DateOnly day)
    {
        if (day < born) throw run.Fault((
            "ageOn: the day lies before the day of birth", "ageOn : le jour précède celui de la naissance"));
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }
}
