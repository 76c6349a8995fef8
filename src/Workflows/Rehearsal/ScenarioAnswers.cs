using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Rehearsal;

/// <summary>The answers that a scenario writes down, and which of them could not be given as written.</summary>
internal static class ScenarioAnswers
{
    /// <summary>A step that is named several times is answered each time by the next event.</summary>
    public static ImmutableArray<ScriptedAnswer> Of(Scenario scenario)
    {
        var times = new Dictionary<string, int>();
        return
        [
            .. scenario.Events.Where(e => e.Step is not null).Select(e =>
            {
                var time = times[e.Step!] = times.GetValueOrDefault(e.Step!) + 1;
                return new ScriptedAnswer(e.Step!, time)
                {
                    Outcome = e.Outcome, Form = e.Form, Votes = e.Votes, On = e.Date, IsSilent = e.IsSilent,
                    Refused = e.Refused,
                };
            }),
        ];
    }

    public static IEnumerable<Difference> NotAsWritten(ImmutableArray<ScriptedAnswer> answers, RehearsedYear year)
    {
        foreach (var answer in answers.Where(a => !a.IsSilent))
        {
            var what = $"events.{answer.Step}{(answer.Time > 1 ? $" ({answer.Time})" : "")}";
            var written = answer.On is { } on ? $"answered on {Iso(on)}" : "answered";
            if (year.Find(answer.Step, answer.Time) is not { } task)
                yield return new Difference(what, written, "never asked");
            else if (answer.Refused is { } words)
            {
                if (task.Refusal?.English.Contains(words, StringComparison.OrdinalIgnoreCase) != true)
                    yield return new Difference(what, $"refused: {words}",
                        task.Refusal is { } other ? $"refused: {other.English}" : "not refused");
            }
            else if (task.Refusal is { } refusal)
                yield return new Difference(what, written, $"refused: {refusal.English}");
            else if (task.Outcome is null)
                yield return new Difference(what, written, task.EndedOn is null ? "still open"
                    : $"left by {task.Port ?? "nothing"}");
            else if (answer.On is { } day && task.EndedOn != day)
                yield return new Difference(what, written,
                    $"answered on {Iso(task.EndedOn)}, asked on {Iso(task.AskedOn)}");
        }
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day";
}
