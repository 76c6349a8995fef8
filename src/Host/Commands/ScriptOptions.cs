using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>
/// The options that say how a rehearsal is answered: --answer, --silent, --late, --on, --form, --pace.
/// </summary>
internal static class ScriptOptions
{
    public static ImmutableArray<Option> All { get; } =
    [
        new("--answer", "STEP=OUTCOME", ("How a step is answered; STEP.2 is its second time.",
            "L'issue d'une étape ; ÉTAPE.2 est la deuxième fois."), IsRepeatable: true),
        new("--silent", "STEP", ("Nobody answers the step.", "Personne ne répond à l'étape."), IsRepeatable: true),
        new("--late", "STEP=+10d", ("The step is answered so many days after its last day.",
            "L'étape reçoit réponse tant de jours après l'échéance."), IsRepeatable: true),
        new("--on", "STEP=DATE", ("The day on which the step is answered.", "Le jour de la réponse."), IsRepeatable: true),
        new("--form", "STEP=JSON", ("Fields of the step's form; the others are filled in.",
            "Des champs du formulaire de l'étape ; les autres sont remplis."), IsRepeatable: true),
        new("--pace", "last-day|early", ("When all other steps are answered.", "Quand les autres étapes reçoivent réponse.")),
    ];

    /// <exception cref="UsageException">An unknown step or outcome, or a value that cannot be read.</exception>
    public static AnswerScript Read(CommandLine line, StepNames names)
    {
        var answers = line.Pairs("--answer").Select(p => Answer(names, p.Name, p.Value))
            .Concat(line.Values("--silent").Select(s => For(names, s) with { IsSilent = true }))
            .Concat(line.Pairs("--late").Select(p => For(names, p.Name) with { DaysLate = Days(p.Value) }))
            .Concat(line.Pairs("--on").Select(p => For(names, p.Name) with { On = Day(p.Name, p.Value) }))
            .Concat(line.Pairs("--form").Select(p => For(names, p.Name) with { Form = Form(p.Name, p.Value) }));
        return new AnswerScript
        {
            Answers = [.. answers],
            Pace = line.OneOf("--pace", "last-day", "early") == "early" ? Pace.Early : Pace.LastDay,
        };
    }

    /// <summary>What was said of steps that were never asked.</summary>
    public static IEnumerable<Bilingual> Unused(AnswerScript script, RehearsedYear year) =>
        from answer in script.Answers
        where !year.Tasks.Any(t => t.Step == answer.Step && (answer.Time is null || t.Time == answer.Time))
        let step = answer.Time is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{answer.Step}.{time}") : answer.Step
        select new Bilingual(
            $"{step} was not asked in this rehearsal: what is said of it has no effect.",
            $"{step} n'a pas été demandé dans cette répétition : ce qui en est dit reste sans effet.");

    private static ScriptedAnswer For(StepNames names, string text)
    {
        var (step, time) = names.Read(text);
        return new ScriptedAnswer(step, time);
    }

    private static ScriptedAnswer Answer(StepNames names, string text, string outcome)
    {
        var answer = For(names, text);
        return answer with { Outcome = names.Outcome(answer.Step, outcome) };
    }

    private static int Days(string text) =>
        text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var days) && days is > 0 and < 4_000
            ? days
            : throw new UsageException((
                $"--late is STEP=+10d, a number of days, not “{text}”.",
                $"--late s'écrit ÉTAPE=+10d, un nombre de jours, et non « {text} »."));

    private static DateOnly Day(string step, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException((
            $"--on {step} is a day such as 2026-06-22, not “{text}”.",
            $"--on {step} est un jour tel que 2026-06-22, et non « {text} »."));

    private static Value.Map Form(string step, string text)
    {
        try
        {
            return ValueJson.Parse(text) as Value.Map
                ?? throw new UsageException((
                    $"--form {step} is a JSON object, such as {{\"name\": \"…\"}}.",
                    $"--form {step} est un objet JSON, tel que {{\"nom\": \"…\"}}."));
        }
        catch (JsonException exception)
        {
            var mistake = JsonMistake.Of(exception);
            throw new UsageException((
                $"--form {step} is not JSON: {mistake.English}.",
                $"--form {step} n'est pas du JSON : {mistake.French}."), exception);
        }
    }
}
