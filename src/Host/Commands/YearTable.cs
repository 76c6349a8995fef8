using System.Collections.Immutable;
using System.Globalization;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>A rehearsed year as the rows of a table: every task, and every letter that belongs to no task.</summary>
internal sealed class YearTable(RehearsedYear year, Institution institution, Language language)
{
    public ImmutableArray<string> Headings { get; } = language == Language.English
        ? ["Date", "Weekday", "Step", "What", "Who", "Deadline is", "Deadline", "Reminders", "Letters", "Outcome"]
        : ["Date", "Jour", "Étape", "Objet", "Qui", "Nature", "Échéance", "Rappels", "Lettres", "Issue"];

    /// <summary>The column that names who acts or is told.</summary>
    public const int WhoColumn = 4;
    private const int Many = 3;

    /// <summary>The rows by day. What the bodies of many states are told alike is one row.</summary>
    public IEnumerable<YearRow> Rows => Single
        .GroupBy(r => r with { Who = "", Body = Institution.BaseOf(r.Body) })
        .SelectMany(g => g.Key.Body.Length == 0 || g.Count() < Many
            ? g.AsEnumerable() : new[] { Together(g.Key, [.. g.Select(r => r.Who)]) })
        .OrderBy(r => r.Day ?? DateOnly.MaxValue);

    private YearRow Together(YearRow row, ImmutableArray<string> names) => row with
    {
        Who = $"{NameOfAll(row.Body)} ({names.Length})",
        Everybody = names,
    };

    private string NameOfAll(string code) =>
        (institution.Bodies.TryGetValue(code, out var body) ? body.NameOfAll : Bilingual.Same(code)).In(language);

    private IEnumerable<YearRow> Single =>
        year.Tasks.Select(Row).Concat(year.DatedLetters.Where(x => x.Letter.Wait == 0).Select(x => Row(x.At, x.Letter)))
            .OrderBy(r => r.Day ?? DateOnly.MaxValue);

    /// <summary>The cells of a row, in the order of the headings.</summary>
    public IEnumerable<string> Cells(YearRow row) =>
    [
        Iso(row.Day), row.Day is { } day ? DateText.Weekday(day.DayOfWeek, language) : "", row.Step, row.Title,
        row.Who, row.Kind, row.Deadline, row.Reminders, row.Letters, row.Outcome,
    ];

    private YearRow Row(RehearsedTask task)
    {
        var assignment = task.Wait.Assignment!;
        return new YearRow(
            task.EndedOn ?? task.LastDay, assignment.Step, assignment.Title.In(language),
            institution.NameOf(assignment.Body).In(language), KindOf(task), Iso(task.LastDay),
            Counted(task.Reminders.Select(l => l.Occasion)),
            Counted(task.Letters.Except(task.Reminders).Select(l => KindName(l.Kind).In(language))), OutcomeOf(task))
        {
            Body = assignment.Body,
        };
    }

    private YearRow Row(DateTimeOffset at, Letter letter) => new(
        ParisTime.DayOf(at), "", letter.Subject.In(language) is { Length: > 0 } subject ? subject
            : letter.StepTitle.In(language),
        institution.NameOf(letter.To).In(language), "", "", "", KindName(letter.Kind).In(language), "")
    {
        Body = letter.To,
    };

    private string KindOf(RehearsedTask task)
    {
        Bilingual basis = task.Wait.Assignment!.Basis switch
        {
            "Law" => ("law", "droit"),
            "Practice" => ("practice", "pratique"),
            _ => ("default", "usage par défaut"),
        };
        if (task.LastDay is null) return basis.In(language);
        Bilingual force = task.Wait.Timetable!.IsProvisional ? ("forecast", "prévision") : ("binding", "ferme");
        return $"{basis.In(language)}, {force.In(language)}";
    }

    private string OutcomeOf(RehearsedTask task)
    {
        if (task.Refusal is { } refusal) return $"! {refusal.In(language)}";
        if (task.Outcome is not null)
        {
            var outcome = task.Port ?? task.Outcome;
            var text = task.Wait.Assignment!.Outcomes.FirstOrDefault(o => o.Name == outcome)?.Text.In(language)
                ?? outcome;
            return task.LastDay < task.EndedOn ? $"{text} {Late.In(language)}" : text;
        }
        if (task.HasExpired) return (task.EndedOn is null ? StillOpen : Passed).In(language);
        if (task.EndedOn is not null) return Withdrawn.In(language);
        return (task.Wait.Assignment!.IsOptional ? NotReported : Open).In(language);
    }

    private static readonly Bilingual Late = ("(late)", "(en retard)");
    private static readonly Bilingual StillOpen = ("overdue, still open", "en retard, toujours ouverte");
    private static readonly Bilingual Passed = ("the day passed", "échéance passée");
    private static readonly Bilingual Withdrawn = ("no longer asked", "sans objet");
    private static readonly Bilingual NotReported = ("nothing reported", "rien à signaler");
    private static readonly Bilingual Open = ("open", "ouverte");

    private static Bilingual KindName(LetterKind kind) => kind switch
    {
        LetterKind.Task => ("task", "tâche"),
        LetterKind.Escalation => ("escalation", "signalement"),
        LetterKind.Meeting => ("meeting", "réunion"),
        LetterKind.DeadlineMoved => ("new deadline", "nouvelle échéance"),
        LetterKind.Withdrawn => ("withdrawn", "tâche retirée"),
        LetterKind.Interrupted => ("interrupted", "interruption"),
        LetterKind.Resumed => ("resumed", "reprise"),
        LetterKind.Result => ("result", "résultat"),
        _ => ("letter", "lettre"),
    };

    private static string Counted(IEnumerable<string> words) =>
        string.Join(", ", words.GroupBy(w => w).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ×{g.Count()}"));

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
