using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>A task's form as a person has filled it in so far.</summary>
/// <param name="DecidedOn">The day on which the act was really done, as typed.</param>
/// <param name="Clerk">Who records it.</param>
public sealed record TaskEntry(Value.Map Typed, string Outcome, string DecidedOn, string Clerk, string Remark)
{
    public const string OutcomeField = "outcome";
    public const string DecidedOnField = "decided-on";

    private const string TypedMember = "fields";
    private static readonly Bilingual DoneOn = ("Done on: {0}", "Accomplie le : {0}");

    /// <summary>The form before anybody has typed: empty but for what the definition proposes.</summary>
    public static TaskEntry Empty(TaskSheet sheet, Visit visit) =>
        new(sheet.Form.Defaults, "", Deadlines.DateText.Short(visit.Today, visit.Language), visit.Clerk, "");

    public static TaskEntry Read(TaskSheet sheet, IFormCollection posted) => new(
        FormEntry.Read(sheet.Form, posted), posted[OutcomeField].ToString(),
        posted[$"f.{DecidedOnField}"].ToString().Trim(),
        posted[OpeningAddresses.ClerkField].ToString().Trim(), posted[Form.Remark].ToString().Trim());

    public static TaskEntry Of(Draft draft, Visit visit) => new(
        draft.Values[TypedMember] as Value.Map ?? Value.Map.Empty, Plain.Text(draft.Values[OutcomeField]),
        Plain.Text(draft.Values[DecidedOnField]), visit.Clerk.Length > 0 ? visit.Clerk : draft.SavedBy,
        Plain.Text(draft.Values[Form.Remark]));

    public Value.Map ToDraft() => Value.MapOf(
        (TypedMember, Typed), (OutcomeField, Value.Of(Outcome)), (DecidedOnField, Value.Of(DecidedOn)),
        (Form.Remark, Value.Of(Remark)));

    /// <summary>The outcome; the only one when there is only one.</summary>
    public string OutcomeIn(TaskSheet sheet) =>
        sheet.Assignment.Outcomes.Length == 1 ? sheet.Assignment.Outcomes[0].Name : Outcome;

    public ImmutableArray<FieldProblem> Problems(TaskSheet sheet, Visit visit)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var outcome = OutcomeIn(sheet);
        if (sheet.Assignment.Outcomes.All(o => o.Name != outcome))
            problems.Add(new(OutcomeField, ("Choose what came of it.", "Choisissez l'issue.")));
        else
            problems.AddRange(sheet.Form.Check(FormEntry.Tidy(sheet.Form, Typed), outcome));
        problems.AddRange(CandidateEntry.Problems(sheet.Form, Typed));
        var day = DayEntry.Read(DecidedOn);
        if (day is null)
            problems.Add(new(DecidedOnField, Bilingual.Format(DoneOn, DayEntry.ProblemOf(DecidedOn))));
        else if (day > visit.Today)
            problems.Add(new(DecidedOnField, (
                "Done on: the day lies in the future; record the act when it has been done.",
                "Accomplie le : ce jour est à venir ; enregistrez l'acte une fois accompli.")));
        if (Clerk.Length == 0)
            problems.Add(new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        return problems.ToImmutable();
    }

    /// <summary>
    /// Who stands for election according to the form, with the addresses that the engine is not told.
    /// </summary>
    public IReadOnlyList<Runtime.Candidate> Candidates(TaskSheet sheet, DateTimeOffset now) =>
        [.. CandidateEntry.In(sheet.Form, Typed).Select(e => e.ToCandidate(Clerk, now))];

    /// <summary>The answer for the engine. Must have no problems.</summary>
    public Stimulus.TaskCompleted ToStimulus(TaskSheet sheet, ulong seed)
    {
        var answer = FormEntry.Tidy(sheet.Form, Typed);
        if (Remark.Length > 0) answer = answer.With(Form.Remark, Value.Of(Remark));
        return new Stimulus.TaskCompleted(sheet.Wait.Id, OutcomeIn(sheet), answer)
        {
            Actor = Clerk, DecidedOn = DayEntry.Read(DecidedOn), Seed = sheet.Assignment.NeedsSeed ? seed : null,
        };
    }
}
