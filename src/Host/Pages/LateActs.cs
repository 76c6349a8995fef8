using System.Collections.Immutable;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The acts by which a step is recorded that was done in time, after the procedure has left it.</summary>
internal static class LateActs
{
    private const string Day = "taken-on";
    private const string Outcome = "taken-outcome";

    // The step's form may have a field for a reason of its own.
    private const string OfStep = "step-";

    /// <summary>The name of the act for a step that can still be taken back.</summary>
    public static string NameOf(PassedDeadline passed) => $"in-time-{passed.Wait}";

    public static IEnumerable<ProcedureAct> Of(Procedure procedure) =>
        procedure.Passed.Where(p => p.Asked?.Assignment is not null).Select(p => Of(p, p.Asked!.Assignment!));

    /// <summary>What has been recorded in the children that the act would end; null when nothing has.</summary>
    public static async Task<Bilingual?> BarrierAsync(Step step, IProcedureStore store, CancellationToken cancel)
    {
        if (step.Stimulus is not Stimulus.Intervened { Act: Act.TakenInTime }) return null;
        var children = step.Dispatches.OfType<Dispatch.Deliver>().Where(d => d.Stimulus is Stimulus.Cancelled);
        foreach (var child in children)
            if ((await store.TasksOfAsync(child.ProcedureId, cancel)).FirstOrDefault(t => t.Outcome is not null) is { } done)
            {
                var title = TaskTitle.Of(done);
                return ($"Since then “{title.English}” was recorded. What a person has done is not taken back.",
                    $"Depuis, « {title.French} » a été enregistré. Ce qu'une personne a fait n'est pas retiré.");
            }
        return null;
    }

    private static ProcedureAct Of(PassedDeadline passed, Assignment assignment)
    {
        var last = DateText.Long(passed.LastDay);
        return new ProcedureAct(NameOf(passed),
            ($"In time after all: {passed.Title.English}", $"Fait à temps malgré tout : {passed.Title.French}"),
            TextOf(passed, last),
            new Form(
            [
                DayField(last), OutcomeField(assignment),
                .. Form.Parse(assignment.Form).Fields.Select(f => f with { Name = OfStep + f.Name }),
                .. ActFields.ReasonFields,
            ]),
            answer => (new Stimulus.Intervened(new Act.TakenInTime(
                AnswerOf(passed, answer), Plain.Text(answer[ProcedureAct.Reason]).Trim())), null))
        {
            Since = passed.At,
        };
    }

    private static Bilingual TextOf(PassedDeadline passed, Bilingual last)
    {
        var over = passed.IsCutOff
            ? new Bilingual($"The time for this was up on {last.English}", $"Il n'était plus temps le {last.French}")
            : ($"The last day was {last.English}", $"Le dernier jour était le {last.French}");
        return (
            $"{over.English}, nobody had recorded anything, and the procedure went on without it. If it was done in time, "
                + "record it here: what has followed from that is taken back, what was done beside it stays, and the "
                + "procedure goes on.",
            $"{over.French} ; rien n'avait été enregistré et la procédure a continué sans cela. Si l'acte a été accompli "
                + "à temps, enregistrez-le ici : ce qui en a suivi est retiré, ce qui a été accompli à côté demeure, et "
                + "la procédure reprend avec cet acte.");
    }

    private static FormField DayField(Bilingual last) =>
        new(Day, FieldType.Day, ("Done on", "Accompli le"))
        {
            Required = true, Help = ($"The real day, not later than {last.English}.", $"Le jour réel, au plus tard le {last.French}."),
        };

    private static FormField OutcomeField(Assignment assignment) =>
        new(Outcome, FieldType.Choice, ("Outcome", "Issue"))
        {
            Required = true, Options = [.. assignment.Outcomes.Select(o => new Choice(o.Name, o.Text))],
        };

    // The form has been checked: the field holds a day.
    private static Stimulus.TaskCompleted AnswerOf(PassedDeadline passed, Value.Map answer) =>
        new(passed.Wait, Plain.Text(answer[Outcome]), new Value.Map(
        [
            .. answer.Members.Where(m => m.Key.StartsWith(OfStep, StringComparison.Ordinal))
                .Select(m => KeyValuePair.Create(m.Key[OfStep.Length..], m.Value)),
        ]))
        {
            DecidedOn = DayEntry.Read(Plain.Text(answer[Day])),
        };
}
