using System.Text.RegularExpressions;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Letters;
using Letter = Procedures.Execution.Letter;

namespace Procedures.Runtime;

/// <summary>What a letter of a step says, as the fields that templates know.</summary>
internal sealed partial class LetterContent(
    Step step, Letter letter, Institution institution, LetterSettings settings)
{
    /// <summary>The address of whoever may be asked; null when it is not known.</summary>
    public string? OwnerAddress { get; init; }

    private Wait? Wait => step.After.FindWait(letter.Wait) ?? step.Before.FindWait(letter.Wait);

    /// <summary>The page of the step; a candidate has no access to it.</summary>
    public Uri? Link => letter.To == CandidateAddresses.Body ? null : settings.LinkTo(step.After.Id, letter.Wait);

    /// <summary>Whether the step is a meeting that the addressee is to attend.</summary>
    public bool IsMeeting =>
        letter.Kind == LetterKind.Meeting || Wait?.Timetable?.Profile == ReminderProfile.RM.Name;

    /// <summary>
    /// Whether the calendar entry is the meeting: its day is fixed, and not past. Otherwise the entry is a last day.
    /// </summary>
    public bool IsInvitation => IsMeeting && letter.IsMeetingDay && (letter.Calendar == CalendarMark.Cancel || !HasPassed);

    /// <summary>The words of the calendar entry, which a reader sees without the letter.</summary>
    public string CalendarTitleIn(Language language)
    {
        var (title, procedure) = (letter.StepTitle.In(language), step.After.Title.In(language));
        if (!IsMeeting || IsInvitation) return $"{title} ({procedure})";
        Bilingual words = ($"Latest day for “{title}” ({procedure})",
            $"Dernier jour pour «\u00A0{title}\u00A0» ({procedure})");
        return words.In(language);
    }

    /// <summary>The template of the letter.</summary>
    public LetterKind Kind => letter.Kind;

    public LetterFields In(Language language)
    {
        var fields = LetterFields.Empty
            .With(LetterField.Procedure, step.After.Title.In(language))
            .With(LetterField.Step, letter.StepTitle.In(language))
            .With(LetterField.Meeting, letter.StepTitle.In(language))
            .With(LetterField.Confidential, letter.IsConfidential)
            .With(LetterField.NeutralTitle, letter.IsConfidential ? letter.StepTitle.In(language) : null)
            .With(LetterField.Actor, institution.NameOf(Wait?.Assignment?.Body ?? letter.To).In(language))
            .With(LetterField.State, StateName?.In(language))
            .With(LetterField.Outcomes, letter.Outcomes.Select(outcome => outcome.Text.In(language)))
            .With(LetterField.Documents,
                letter.IsConfidential ? [] : Wait?.Assignment?.Documents.Select(d => d.In(language)) ?? [])
            .With(LetterField.Explanation, ExplanationIn(language))
            .With(LetterField.Source, Source.In(language))
            .With(LetterField.OnExpiry, Consequence?.In(language))
            .With(LetterField.Place, letter.Place)
            .With(LetterField.Date, Day is { } day ? DateText.Long(day, language) : null)
            .With(LetterField.DayFixed, IsMeeting && letter.IsMeetingDay)
            .With(LetterField.Late, IsLate)
            .With(LetterField.OldDate, OldDay is { } old ? DateText.Long(old, language) : null)
            .With(LetterField.Owner, Owner?.In(language));
        if (letter.Round is { } round) fields = fields.With(LetterField.Round, round);
        if (letter.DaysLeft is { } days) fields = fields.With(LetterField.Days, Math.Abs(days));
        if (Link is { } link) fields = fields.WithLink(link);
        return WithWords(fields, language);
    }

    private LetterFields WithWords(LetterFields fields, Language language) => letter.Kind switch
    {
        LetterKind.Letter => fields.With(LetterField.Subject, letter.Subject.In(language))
            .WithBody(letter.Body.In(language)),
        LetterKind.Result => fields.With(LetterField.Result, letter.Body.In(language)),
        LetterKind.Interrupted or LetterKind.Resumed => fields.With(LetterField.Reason, Why.In(language)),
        _ => fields.With(LetterField.Instructions, letter.Body.In(language))
            .With(LetterField.Reason, letter.Reason.In(language)),
    };

    // An interruption that a definition draws tells its reason in the letter's body.
    private Bilingual Why => letter.Reason.English.Length > 0 ? letter.Reason : letter.Body;

    // What definitions call their default is nobody's rule, and a letter must not call it one.
    private Bilingual Source => letter.LegalSource.English == "Our default"
        ? ("none; this is our own target", "aucune ; il s'agit de notre propre objectif")
        : letter.LegalSource;

    private Bilingual? Owner => letter.CopyTo is not { } body ? null
        : institution.NameOf(body) is var name && OwnerAddress is { } address
            ? ($"{name.English}, {address}", $"{name.French}, {address}")
            : name;

    // An interruption and a resumption hold from the day on which they are written.
    private DateOnly? Day => letter.Kind is LetterKind.Interrupted or LetterKind.Resumed
        ? ParisTime.DayOf(step.After.ChangedAt)
        : letter.LastDay;

    // A procedure that is opened late reaches steps whose day has passed.
    private bool IsLate => letter.Kind is LetterKind.Task or LetterKind.Meeting && HasPassed;

    private bool HasPassed => letter.LastDay < ParisTime.DayOf(step.After.ChangedAt);

    /// <summary>Why it is this day, without the names that dates of reference have among owners.</summary>
    public string ExplanationIn(Language language) => WithoutCodes(letter.Explanation.In(language), language);

    /// <summary>The day of a step has a name such as P1.04.opened, which means nothing to whoever receives a letter.</summary>
    private string WithoutCodes(string explanation, Language language) =>
        StepDay().Replace(YearOf().Replace(explanation, ""), match => NameOfStepDay(match, language));

    private string NameOfStepDay(Match match, Language language)
    {
        var isOwn = match.Groups["step"].Value == Wait?.Assignment?.Step;
        Bilingual words = (isOwn, match.Groups["what"].Value) switch
        {
            (true, "opened") => ("the day on which this step began", "jour où cette étape a commencé"),
            (true, _) => ("the day on which this step was done", "jour où cette étape a été accomplie"),
            (_, "opened") => ("the day on which an earlier step began", "jour où une étape antérieure a commencé"),
            _ => ("the day on which an earlier step was done", "jour où une étape antérieure a été accomplie"),
        };
        return words.In(language);
    }

    // How a year was found is for the page; a letter names the day.
    [GeneratedRegex(@" \((?:the year of|l'année de) [^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex YearOf();

    [GeneratedRegex(@"(?<![\w.])(?<step>[A-Z]\w*(?:\.\w+)*)\.(?<what>opened|completed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex StepDay();

    // A step that falls away has no day any more: its day is the one that it had.
    private DateOnly? OldDay => letter.Kind == LetterKind.Withdrawn ? letter.LastDay : letter.OldLastDay;

    private Bilingual? StateName
    {
        get
        {
            var code = step.After.Inputs.Members
                .FirstOrDefault(m => m.Key.Equals("State", StringComparison.OrdinalIgnoreCase)).Value?.AsText;
            return code is null ? null : institution.States.GetValueOrDefault(code) ?? Bilingual.Same(code);
        }
    }

    private Bilingual? Consequence => Wait?.Timetable is not { LastDay: not null } timetable ? null : timetable.OnExpiry switch
    {
        OnExpiry.Escalate => ("The responsible body is told; the step stays open.",
            "L'organe responsable en est informé ; l'étape reste ouverte."),
        OnExpiry.Block => ("The next step cannot begin.", "L'étape suivante ne peut commencer."),
        OnExpiry.Branch => ("The procedure continues as provided for that case.",
            "La procédure se poursuit comme prévu pour ce cas."),
        OnExpiry.Lapse => ("The right lapses and the procedure continues.",
            "Le droit s'éteint et la procédure se poursuit."),
        _ => null,
    };
}
