using System.Collections.Immutable;
using System.Globalization;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>The acts that are possible now of a procedure, each with its form.</summary>
internal static class ProcedureActs
{
    /// <summary>None when the procedure is over; one that an incident has ended may begin anew.</summary>
    public static ImmutableArray<ProcedureAct> Of(Procedure procedure, Institution institution, MemberStates members)
    {
        if (procedure.CanBeginAnew) return [Restarted(procedure, institution, members)];
        if (procedure.IsOver) return [];
        var acts = ImmutableArray.CreateBuilder<ProcedureAct>();
        acts.AddRange(LateActs.Of(procedure));
        var steps = ActFields.Steps(procedure, institution, withDay: false);
        var dated = ActFields.Steps(procedure, institution, withDay: true);
        if (ActFields.Anchors(procedure) is { IsEmpty: false }) acts.Add(DateMoved(procedure, institution));
        if (!dated.IsEmpty) acts.Add(Postponed(procedure, dated));
        if (!steps.IsEmpty) acts.Add(Reassigned(steps, institution));
        if (ActFields.StepDays(procedure) is { IsEmpty: false } days) acts.Add(DayCorrected(days));
        acts.Add(DocumentCorrected(institution));
        acts.Add(procedure.Interruption is null ? Interrupted : Resumed);
        if (procedure.Parent is null) acts.Add(Restarted(procedure, institution, members));
        return acts.ToImmutable();
    }

    private static ProcedureAct DateMoved(Procedure procedure, Institution institution) => new("date-moved",
        ("A date of reference moves", "Une date de référence est déplacée"),
        ("Open deadlines that count from it are computed anew; whoever is asked is told the new date and the old one.",
            "Les échéances ouvertes qui en dépendent sont recalculées ; les organes sollicités apprennent la nouvelle "
                + "date et l'ancienne."),
        new Form(
        [
            new FormField(ActFields.Anchor, FieldType.Choice, ("Date of reference", "Date de référence"))
            { Required = true, Options = ActFields.Anchors(procedure) },
            .. ActFields.ValueFields(procedure),
            .. ActFields.ReasonFields,
        ]),
        answer => MoveDate(procedure, institution, answer))
    {
        ProblemField = ActFields.ValueFields(procedure).First().Name,
    };

    private static (Stimulus?, Bilingual?) MoveDate(Procedure procedure, Institution institution, Value.Map answer)
    {
        var name = Text(answer, ActFields.Anchor);
        var isPart = procedure.Anchors.Find(name) is AnchorValue.Part;
        var (text, other) = isPart
            ? (Text(answer, ActFields.Part), Text(answer, ActFields.Value))
            : (Text(answer, ActFields.Value), Text(answer, ActFields.Part));
        if (other.Length > 0 || AnchorValue.Read(text, institution.With(procedure.MovedParts).Calendar) is not { } value)
            return (null, isPart
                ? ("This date of reference is a part-session: choose the new part-session, and give no day.",
                    "Cette date de référence est une partie de session : choisissez la nouvelle, sans indiquer de jour.")
                : ("This date of reference is a day: give the new day, and choose no part-session.",
                    "Cette date de référence est un jour : indiquez le nouveau jour, sans choisir de partie de session."));
        return (new Stimulus.AnchorMoved(name, value, Text(answer, ProcedureAct.Reason)), null);
    }

    private static ProcedureAct Postponed(Procedure procedure, ImmutableArray<Catalog.Choice> steps) => new("postponed",
        ("A consultation or another step is postponed", "Une consultation ou une autre étape est reportée"),
        ("The step gets another last day, which no longer counts from a date of reference. "
            + "A day by law moves only where the law allows it. The day given to a meeting is the day on which it takes "
            + "place: all who are invited are told.",
            "L'étape reçoit une autre échéance, qui ne dépend plus d'une date de référence. "
            + "Un délai de droit n'est déplacé que si le droit le permet. Le jour donné à une réunion est celui où elle "
            + "a lieu : toutes les personnes invitées en sont avisées."),
        new Form([ActFields.StepField(steps), ActFields.NewDayField(procedure), .. ActFields.ReasonFields]),
        answer => Act(new Act.Postponed(Number(answer), Day(answer), Text(answer, ProcedureAct.Reason))));

    private static ProcedureAct Reassigned(ImmutableArray<Catalog.Choice> steps, Institution institution) => new(
        "reassigned", ("A step passes to another body", "Une étape est confiée à un autre organe"),
        ("The body that was asked is told that it no longer is; the other one is asked.",
            "L'organe qui était sollicité apprend qu'il ne l'est plus ; l'autre est sollicité."),
        new Form([ActFields.StepField(steps),
            ActFields.BodyField(("Body that takes it over", "Organe qui la reprend"), institution, required: true),
            .. ActFields.ReasonFields]),
        answer => Act(new Act.Reassigned(Number(answer), Text(answer, ActFields.Body), Text(answer, ProcedureAct.Reason))));

    private static ProcedureAct DayCorrected(ImmutableArray<Catalog.Choice> days) => new("day-corrected",
        ("A step was taken on another day than recorded", "Une étape a été accomplie un autre jour que celui enregistré"),
        ("Open deadlines that count from that day are computed anew.",
            "Les échéances ouvertes qui dépendent de ce jour sont recalculées."),
        new Form([new FormField(ActFields.Anchor, FieldType.Choice, ("Step", "Étape")) { Required = true, Options = days },
            ActFields.DayField(("Real day", "Jour réel")), .. ActFields.ReasonFields]),
        answer => Act(new Act.DayCorrected(Text(answer, ActFields.Anchor), Day(answer), Text(answer, ProcedureAct.Reason))));

    private static ProcedureAct DocumentCorrected(Institution institution) => new("document-corrected",
        ("A document is corrected", "Un document est corrigé"),
        ("Every body that is asked for something now is told, and one more if you name it.",
            "Chaque organe sollicité actuellement en est informé, et un autre si vous le nommez."),
        new Form([new FormField(ActFields.Document, FieldType.Text, ("Document", "Document")) { Required = true },
            ActFields.BodyField(("Also inform", "Informer aussi"), institution, required: false), .. ActFields.ReasonFields]),
        answer => Act(new Act.DocumentCorrected(Text(answer, ActFields.Document), Text(answer, ProcedureAct.Reason))
        {
            AlsoTo = Text(answer, ActFields.Body) is { Length: > 0 } body ? [body] : [],
        }));

    private static readonly ProcedureAct Interrupted = new("interrupted",
        ("The procedure is interrupted", "La procédure est interrompue"),
        ("No reminder goes out for what is open until the procedure is resumed; whoever is asked is told.",
            "Aucun rappel n'est envoyé pour ce qui est ouvert jusqu'à la reprise ; les organes sollicités en sont informés."),
        new Form(ActFields.ReasonFields), answer => Act(new Act.Interrupted(Text(answer, ProcedureAct.Reason))));

    private static readonly ProcedureAct Resumed = new("resumed",
        ("The procedure is resumed", "La procédure est reprise"),
        ("Reminders go out again; whoever is asked is told.", "Les rappels reprennent ; les organes sollicités en sont informés."),
        new Form(ActFields.ReasonFields), answer => Act(new Act.Resumed(Text(answer, ProcedureAct.Reason))));

    private static ProcedureAct Restarted(Procedure procedure, Institution institution, MemberStates members)
    {
        var form = InputForm.Of(procedure.Definition, institution, members);
        return new ProcedureAct("restarted",
            ("The procedure begins anew", "La procédure recommence"),
            ("A new round in the same file: what is open falls away, dates are found anew, the journal and the letters stay.",
                "Un nouveau tour dans le même dossier : ce qui est ouvert tombe, "
                + "les dates sont recalculées, le journal et les lettres demeurent."),
            new Form(form.Fields.AddRange(ActFields.ReasonFields)),
            answer => Act(new Act.Restarted(
                answer.Without(ProcedureAct.Reason).Without(ProcedureAct.ReasonFr), Text(answer, ProcedureAct.Reason))))
        {
            Defaults = procedure.Inputs,
        };
    }

    private static (Stimulus?, Bilingual?) Act(Act act) => (new Stimulus.Intervened(act), null);

    private static string Text(Value.Map answer, string field) => Plain.Text(answer[field]).Trim();

    private static int Number(Value.Map answer) =>
        int.TryParse(Text(answer, ActFields.Wait), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    // The form has been checked: the field holds a day.
    private static DateOnly Day(Value.Map answer) => DayEntry.Read(Text(answer, ActFields.Day)) ?? DateOnly.MinValue;
}
