using System.Globalization;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Dates of reference and days between them, as a scenario expects them.</summary>
internal static class ExpectedDays
{
    /// <summary>
    /// The date of reference, in the procedure or the last child that has it: 2019-06-26 or part(2019,3).
    /// </summary>
    public static Value Anchor(RehearsedYear year, string name) => Value.Of(Find(year, name)?.Notation);

    private static AnchorValue? Find(RehearsedYear year, string name) =>
        year.Procedure.Anchors.Find(name)
        ?? year.All.Reverse().Select(p => p.Anchors.Find(name)).FirstOrDefault(v => v is not null);

    /// <summary>The number of days of "P1.13.completed to EO".</summary>
    public static Value Between(RehearsedYear year, string span, string what)
    {
        if (span.Split(" to ") is not [var from, var to])
            throw new ScenarioSyntaxException((
                $"{what}: write “P1.13.completed to EO”, not “{span}”.",
                $"{what} : écrivez « P1.13.completed to EO », et non « {span} »."));
        return Find(year, from.Trim()) is AnchorValue.Day first && Find(year, to.Trim()) is AnchorValue.Day last
            ? Value.Of(last.Date.DayNumber - first.Date.DayNumber)
            : Value.Undefined;
    }

    public static Value Of(DateOnly? day) => Value.Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
