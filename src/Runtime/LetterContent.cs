using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Letters;
using Letter = Procedures.Execution.Letter;

namespace Procedures.Runtime;

/// <summary>What a letter of a step says, as the fields that templates know.</summary>
internal sealed class LetterContent(Step step, Letter letter, Institution institution, LetterSettings settings)
{
    private Wait? Wait => step.After.FindWait(letter.Wait) ?? step.Before.FindWait(letter.Wait);

    public Uri? Link => settings.LinkTo(step.After.Id, letter.Wait);

    /// <summary>Whether the step is a meeting that the addressee is to attend.</summary>
    public bool IsMeeting => Wait?.Timetable?.Profile == ReminderProfile.RM.Name;

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
            .With(LetterField.Explanation, letter.Explanation.In(language))
            .With(LetterField.Source, letter.LegalSource.In(language))
            .With(LetterField.OnExpiry, Consequence?.In(language))
            .With(LetterField.Place, letter.Place)
            .With(LetterField.Date, letter.LastDay is { } day ? DateText.Long(day, language) : null)
            .With(LetterField.OldDate, OldDay is { } old ? DateText.Long(old, language) : null)
            .With(LetterField.Owner, letter.CopyTo is { } owner ? institution.NameOf(owner).In(language) : null);
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
