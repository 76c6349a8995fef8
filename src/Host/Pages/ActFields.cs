using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>The fields of acts that may happen at any time.</summary>
internal static class ActFields
{
    public const string Wait = "wait";
    public const string Day = "day";
    public const string Body = "body";
    public const string Anchor = "anchor";
    public const string Value = "value";
    public const string Part = "part";
    public const string Document = "document";

    /// <summary>The reason in English and in French: one of them is needed, in whichever language.</summary>
    public static ImmutableArray<FormField> ReasonFields { get; } =
    [
        new(ProcedureAct.Reason, FieldType.Multiline, ("Reason in English", "Motif en anglais"))
        {
            Help = ("It stands in the journal and in letters: nothing confidential. Give it here, in French below, or both.",
                "Il figure au journal et dans les lettres : rien de confidentiel. Donnez-le ici, en français ci-dessous, ou "
                    + "dans les deux langues."),
        },
        new(ProcedureAct.ReasonFr, FieldType.Multiline, ("Reason in French", "Motif en français"))
        {
            Help = ("A reason given in one language only stands so in every letter, which says in which language it was given.",
                "Un motif donné dans une seule langue figure tel quel dans toutes les lettres, qui précisent cette langue."),
        },
    ];

    /// <summary>What is wrong when the tidy form gives no reason in either language.</summary>
    public static IEnumerable<FieldProblem> MissingReason(Expressions.Value.Map answer)
    {
        if (Plain.Text(answer[ProcedureAct.Reason]).Trim().Length == 0
            && Plain.Text(answer[ProcedureAct.ReasonFr]).Trim().Length == 0)
            yield return new(ProcedureAct.Reason, (
                "Reason: give it in English, in French, or in both.",
                "Motif : donnez-le en anglais, en français, ou dans les deux langues."));
    }

    /// <summary>The stimulus with the French reason of the tidy form.</summary>
    public static Stimulus WithFrench(Stimulus stimulus, Expressions.Value.Map answer)
    {
        var french = Plain.Text(answer[ProcedureAct.ReasonFr]).Trim() is { Length: > 0 } text ? text : null;
        return stimulus switch
        {
            Stimulus.Intervened intervened => intervened with { Act = intervened.Act with { ReasonFr = french } },
            Stimulus.AnchorMoved moved => moved with { ReasonFr = french },
            Stimulus.Cancelled cancelled => cancelled with { ReasonFr = french },
            _ => stimulus,
        };
    }

    /// <summary>What a date of reference moves to: a day, or a part-session where the procedure counts from one.</summary>
    public static IEnumerable<FormField> ValueFields(Procedure procedure)
    {
        var kinds = procedure.Anchors.Values.Values.Select(a => a.Value is AnchorValue.Part).Distinct().ToArray();
        if (kinds.Contains(false))
            yield return new(Value, FieldType.Day, ("New day", "Nouveau jour")) { Required = kinds.Length == 1 };
        if (kinds.Contains(true))
            yield return new(Part, FieldType.Part, ("New part-session", "Nouvelle partie de session"))
            {
                Required = kinds.Length == 1,
                Help = ("Only for a date of reference that is a part-session. "
                    + "The days of a part-session are moved on the page Part-sessions.",
                    "Seulement pour une date de référence qui est une partie de session. "
                    + "Les jours d'une partie de session se déplacent à la page Parties de session."),
            };
    }

    /// <summary>The day to which a step is postponed: that of an event, or the last day of a task.</summary>
    public static FormField NewDayField(Procedure procedure)
    {
        var events = procedure.Waits
            .Where(w => w is { Kind: WaitKind.Task, Assignment.IsOptional: false, Timetable.LastDay: not null })
            .Select(w => w.Timetable!.Profile == ReminderProfile.RM.Name).Distinct().ToArray();
        if (events is [false]) return DayField(("New last day", "Nouvelle échéance"));
        var field = DayField(("New day", "Nouveau jour"));
        return events is [true]
            ? field with { Help = ("The day on which it takes place.", "Le jour où cela a lieu.") }
            : field with
            {
                Help = ("Of a meeting or a vote the day on which it takes place; of any other step its new last day.",
                    "Pour une réunion ou un vote, le jour où cela a lieu ; pour une autre étape, sa nouvelle échéance."),
            };
    }

    public static FormField DayField(Bilingual label) => new(Day, FieldType.Day, label) { Required = true };

    /// <summary>The steps that are asked now; those of them with a day, when only these can be meant.</summary>
    public static ImmutableArray<Choice> Steps(Procedure procedure, Institution institution, bool withDay) =>
    [
        .. procedure.Waits.Where(w => w is { Kind: WaitKind.Task, Assignment.IsOptional: false }
                && (!withDay || w.Timetable?.LastDay is not null))
            .Select(w => new Choice($"{w.Id}", Of(w, institution))),
    ];

    public static FormField StepField(ImmutableArray<Choice> steps) =>
        new(Wait, FieldType.Choice, ("Step", "Étape")) { Required = true, Options = steps };

    public static FormField BodyField(Bilingual label, Institution institution, bool required) =>
        new(Body, FieldType.Choice, label)
        {
            Required = required,
            Options = [.. institution.Bodies.Values.OrderBy(b => b.Name.English, NameOrder.ForPeople)
                .Select(b => new Choice(b.Code, b.Name))],
        };

    /// <summary>Dates of reference, or the recorded days of steps.</summary>
    public static ImmutableArray<Choice> Anchors(Procedure procedure) =>
    [
        .. procedure.Anchors.Values.Values.Select(a => new Choice(a.Name, Named(a.Name, a.Label, AnchorText.Of(a.Value)))),
    ];

    public static ImmutableArray<Choice> StepDays(Procedure procedure) =>
    [
        .. procedure.Anchors.Fixed.Where(f => f.Key.EndsWith(".completed", StringComparison.Ordinal))
            .Select(f => new Choice(f.Key, Named(f.Key, Bilingual.Empty, AnchorText.Of(f.Value)))),
    ];

    private static Bilingual Named(string name, Bilingual label, Bilingual value) => label.English.Length > 0
        ? ($"{label.English} ({name}): {value.English}", $"{label.French} ({name}) : {value.French}")
        : ($"{name}: {value.English}", $"{name} : {value.French}");

    private static Bilingual Of(Wait wait, Institution institution)
    {
        var (title, body) = (TaskTitle.Of(wait.Assignment!), institution.NameOf(wait.Assignment!.Body));
        if (wait.Timetable?.LastDay is not { } day)
            return ($"{title.English}, {body.English}", $"{title.French}, {body.French}");
        var last = DateText.Long(day);
        var law = wait.Assignment.Basis == "Law";
        return ($"{title.English}, {body.English}: {last.English}{(law ? " (by law)" : "")}",
            $"{title.French}, {body.French} : {last.French}{(law ? " (délai de droit)" : "")}");
    }
}
