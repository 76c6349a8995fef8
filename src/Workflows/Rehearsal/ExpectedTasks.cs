using System.Globalization;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>
/// What became of steps, as a scenario expects it. A step is P1.14, or "P1.14 (2)" for its second time.
/// </summary>
internal static class ExpectedTasks
{
    public static Value LastDay(RehearsedYear year, string step) => ExpectedDays.Of(Find(year, step)?.LastDay);
    public static Value EndedOn(RehearsedYear year, string step) => ExpectedDays.Of(Find(year, step)?.EndedOn);
    public static Value Port(RehearsedYear year, string step) => Value.Of(Find(year, step)?.Port);

    public static IEnumerable<Difference> Asked(RehearsedYear year, Value expected, string what) =>
        from step in Expectations.List(expected, what).Select(Plain.Text)
        where Find(year, step) is null
        select new Difference(
            what, ($"{step} is asked", $"{step} est demandé"), Difference.NeverAsked);

    public static IEnumerable<Difference> NotAsked(RehearsedYear year, Value expected, string what) =>
        from step in Expectations.List(expected, what).Select(Plain.Text)
        let task = Find(year, step)
        where task is not null
        select new Difference(what, ($"{step} is never asked", $"{step} n'est jamais demandé"), (
            $"asked on {Plain.Text(ExpectedDays.Of(task.AskedOn))}",
            $"demandé le {Plain.Text(ExpectedDays.Of(task.AskedOn))}"));

    /// <summary>Exactly the steps that somebody must still answer, in any order.</summary>
    public static IEnumerable<Difference> Open(RehearsedYear year, Value expected, string what)
    {
        var wanted = Expectations.List(expected, what).Select(Plain.Text).Order(StringComparer.Ordinal).ToArray();
        var open = year.Tasks.Where(t => t.EndedOn is null && !t.Wait.Assignment!.IsOptional).Select(t => t.Step)
            .Order(StringComparer.Ordinal).ToArray();
        return wanted.SequenceEqual(open) ? [] : [new Difference(what, Joined(wanted), Joined(open))];
    }

    private static Bilingual Joined(string[] steps) =>
        steps.Length == 0 ? Difference.None : Bilingual.Same(string.Join(", ", steps));

    private static RehearsedTask? Find(RehearsedYear year, string step) =>
        step.EndsWith(')') && step.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at
            && int.TryParse(step[(at + 2)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? year.Find(step[..at], time)
            : year.Find(step);
}
