using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which what happens at any time is reported.</summary>
internal static class ActAddresses
{
    private const int MostLetters = 1000;

    public static async Task<IResult> List(
        HttpContext context, string id, Visits visits, IProcedureStore store, MemberStates members,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await store.LoadAsync(id, cancel) is not { } procedure) return Answers.NotFound(visit);
        return Answers.Page<HappenedPage>(visit, ("Procedure", procedure),
            ("Acts", ProcedureActs.Of(procedure, visit.Institution, members)),
            ("Tasks", (await store.TasksOfAsync(id, cancel)).Where(t => t.ClosedAt is null).ToImmutableArray()),
            ("Within", await NestedParts.ReportableAsync(id, store, cancel)));
    }

    public static async Task<IResult> Show(
        HttpContext context, string id, string act, Visits visits, IProcedureStore store, MemberStates members,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(id, act, visit, store, members, cancel) is var (procedure, found)
            ? Answers.Page<ActPage>(visit, ("Procedure", procedure), ("Act", found), ("Typed", found.Defaults),
                ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Take(
        HttpContext context, string id, string act, Visits visits, IProcedureStore store, MemberStates members,
        Engine engine, Conductor conductor, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(id, act, visit, store, members, cancel) is not var (procedure, found))
            return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var typed = FormEntry.Read(found.Form, posted);
        var clerk = posted[OpeningAddresses.ClerkField].ToString().Trim();
        var wish = posted["act"].ToString();
        var (stimulus, problems) = Check(found, typed, clerk);
        if (wish == "change" || stimulus is null) return Form(visit, procedure, found, typed, clerk, problems, wish == "change");
        // The engine is pure: the step is computed, shown, and thrown away.
        var step = engine.Advance(procedure, stimulus, visit.Now);
        if ((step.Refusal ?? await LateActs.BarrierAsync(step, store, cancel)) is { } refusal)
            return Form(visit, procedure, found, typed, clerk, [new("", refusal)], false);
        if (wish == "apply")
        {
            var taken = await conductor.SendAsync(id, stimulus, cancel);
            if (taken.Refusal is { } no) return Form(visit, procedure, found, typed, clerk, [new("", no)], false);
            Visits.Remember(context, clerk);
            return Results.Redirect(visit.To($"procedures/{id}"));
        }
        return Answers.Page<ActReviewPage>(visit, ("Procedure", procedure), ("Act", found), ("Typed", typed),
            ("Clerk", clerk), ("Step", step), ("Sent", await SentAsync(procedure, found, store, cancel)));
    }

    private static async Task<ImmutableArray<StoredLetter>> SentAsync(
        Procedure procedure, ProcedureAct act, IProcedureStore store, CancellationToken cancel) =>
        act.Since is not { } since ? []
        : [.. (await store.LettersAsync(new LetterFilter { ProcedureId = procedure.Id }, new PageRequest(0, MostLetters), cancel))
            .Items.Where(l => l.WrittenAt >= since)];

    private static (Stimulus? Stimulus, ImmutableArray<FieldProblem> Problems) Check(
        ProcedureAct act, Value.Map typed, string clerk)
    {
        var answer = FormEntry.Tidy(act.Form, typed);
        var problems = act.Form.Check(answer, "").ToBuilder();
        problems.AddRange(ActFields.MissingReason(answer));
        if (clerk.Length == 0)
            problems.Add(new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        if (problems.Count > 0) return (null, problems.ToImmutable());
        var (stimulus, problem) = act.Make(answer);
        return problem is null
            ? (ActFields.WithFrench(stimulus!, answer) with { Actor = clerk }, [])
            : (null, [new FieldProblem(act.ProblemField, problem)]);
    }

    private static IResult Form(
        Visit visit, Procedure procedure, ProcedureAct act, Value.Map typed, string clerk,
        ImmutableArray<FieldProblem> problems, bool isWanted)
    {
        (string, object?)[] parameters =
        [
            ("Procedure", procedure), ("Act", act), ("Typed", typed), ("Clerk", clerk),
            ("Problems", isWanted ? ImmutableArray<FieldProblem>.Empty : problems),
        ];
        return isWanted ? Answers.Page<ActPage>(visit, parameters) : Answers.Wrong<ActPage>(visit, parameters);
    }

    private static async Task<(Procedure, ProcedureAct)?> FindAsync(
        string id, string name, Visit visit, IProcedureStore store, MemberStates members, CancellationToken cancel)
    {
        if (await store.LoadAsync(id, cancel) is not { } procedure) return null;
        var act = ProcedureActs.Of(procedure, visit.Institution, members).FirstOrDefault(a => a.Name == name);
        return act is null ? null : (procedure, act);
    }
}
