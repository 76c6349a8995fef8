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
            Bilingual written = answer.On is { } on
                ? ($"answered on {Iso(on)}", $"réponse le {Iso(on)}") : ("answered", "réponse");
            if (year.Find(answer.Step, answer.Time) is not { } task)
                yield return new Difference(what, written, Difference.NeverAsked);
            else if (answer.Refused is { } words)
            {
                if (task.Refusal?.English.Contains(words, StringComparison.OrdinalIgnoreCase) != true)
                    yield return new Difference(what, Refused(Bilingual.Same(words)),
                        task.Refusal is { } other ? Refused(other) : ("not refused", "non refusé"));
            }
            else if (task.Refusal is { } refusal)
                yield return new Difference(what, written, Refused(refusal));
            else if (task.Outcome is null)
                yield return new Difference(what, written, task.EndedOn is null ? ("still open", "encore ouvert")
                    : ($"left by {task.Port ?? "nothing"}", $"quitté par {task.Port ?? "rien"}"));
            else if (answer.On is { } day && task.EndedOn != day)
                yield return new Difference(what, written, (
                    $"answered on {Iso(task.EndedOn) ?? "no day"}, asked on {Iso(task.AskedOn) ?? "no day"}",
                    $"réponse le {Iso(task.EndedOn) ?? "(aucun jour)"}, demandé le {Iso(task.AskedOn) ?? "(aucun jour)"}"));
        }
    }

    private static Bilingual Refused(Bilingual reason) =>
        ($"refused: {reason.English}", $"refusé : {reason.French}");

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
