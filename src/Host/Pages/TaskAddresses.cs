using System.Collections.Immutable;
using System.Globalization;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses of tasks: the list, a task's form, its drafts, its receipt.</summary>
internal static class TaskAddresses
{
    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var search = TaskSearch.Read(context.Request.Query);
        var rows = await store.OpenTasksAsync(
            search.Filter, new PageRequest((search.PageNumber - 1) * Paging.Size, Paging.Size), cancel);
        return Answers.Page<TasksPage>(visits.Of(context), ("Search", search), ("Rows", rows));
    }

    public static async Task<IResult> Show(
        HttpContext context, string id, int wait, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await TaskSheet.ReadAsync(store, id, wait, cancel) is not { } sheet)
            return await GoneAsync(visit, id, wait, store, cancel);
        var draft = await store.FindDraftAsync(id, wait, cancel);
        var entry = draft is null ? TaskEntry.Empty(sheet, visit) : TaskEntry.Of(draft, visit);
        return Answers.Page<TaskPage>(visit, ("Sheet", sheet), ("Entry", entry), ("Draft", draft));
    }

    public static async Task<IResult> Take(
        HttpContext context, string id, int wait, Visits visits, IProcedureStore store, Conductor conductor,
        Engine engine, CandidateAddresses candidates, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await TaskSheet.ReadAsync(store, id, wait, cancel) is not { } sheet)
            return await GoneAsync(visit, id, wait, store, cancel);
        var posted = await context.Request.ReadFormAsync(cancel);
        var entry = TaskEntry.Read(sheet, posted);
        switch (posted["act"].ToString())
        {
            case "draft":
                await store.SaveDraftAsync(new Draft(id, wait, entry.ToDraft(), entry.Clerk, visit.Now), cancel);
                Visits.Remember(context, entry.Clerk);
                return Results.Redirect(visit.To($"procedures/{id}/tasks/{wait}?saved=1"));
            case "change":
                return Answers.Page<TaskPage>(visit, ("Sheet", sheet), ("Entry", entry));
            case "complete":
                return await CompleteAsync(context, visit, sheet, entry, store, conductor, candidates, cancel);
            default:
                return Review(visit, sheet, entry, engine);
        }
    }

    // The engine is pure: the step is computed, shown, and thrown away.
    private static IResult Review(Visit visit, TaskSheet sheet, TaskEntry entry, Engine engine)
    {
        var problems = entry.Problems(sheet, visit);
        if (!problems.IsEmpty) return Wrong(visit, sheet, entry, problems);
        var step = engine.Advance(sheet.Procedure, entry.ToStimulus(sheet, seed: 0), visit.Now);
        return step.Refusal is { } refusal
            ? Wrong(visit, sheet, entry, ProblemsOf(step, refusal))
            : Answers.Page<ReviewPage>(visit, ("Sheet", sheet), ("Entry", entry), ("Step", step));
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, Visit visit, TaskSheet sheet, TaskEntry entry, IProcedureStore store,
        Conductor conductor, CandidateAddresses candidates, CancellationToken cancel)
    {
        var problems = entry.Problems(sheet, visit);
        if (!problems.IsEmpty) return Wrong(visit, sheet, entry, problems);
        // Before the step: its own letters go there already.
        await candidates.TakeInAsync(sheet.Procedure.Id, entry.Candidates(sheet, visit.Now), cancel);
        var seed = BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        var step = await conductor.SendAsync(sheet.Procedure.Id, entry.ToStimulus(sheet, seed), cancel);
        if (step.IsIdle && await TaskSheet.ReadAsync(store, sheet.Procedure.Id, sheet.Wait.Id, cancel) is null)
            // Somebody else has completed it meanwhile: who, and how, is what the second one wants to know.
            return await GoneAsync(visit, sheet.Procedure.Id, sheet.Wait.Id, store, cancel);
        if (step.Refusal is { } refusal) return Wrong(visit, sheet, entry, ProblemsOf(step, refusal));
        Visits.Remember(context, entry.Clerk);
        var number = step.After.Step.ToString(CultureInfo.InvariantCulture);
        return Results.Redirect(
            visit.To($"procedures/{sheet.Procedure.Id}/tasks/{sheet.Wait.Id}/receipt?step={number}"));
    }

    public static async Task<IResult> Receipt(
        HttpContext context, string id, int wait, int? step, Visits visits, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (step is null || await store.FindTaskAsync(id, wait, cancel) is not { } task) return Answers.NotFound(visit);
        var journal = await store.JournalAsync(id, new PageRequest(0, 500), newestFirst: true, cancel);
        var letters = await store.LettersAsync(new LetterFilter { ProcedureId = id }, new PageRequest(0, 100), cancel);
        var entries = journal.Items.Where(e => e.Step == step && e.Sentence.English.Length > 0).Reverse()
            .ToImmutableArray();
        if (entries.IsEmpty || await store.LoadAsync(id, cancel) is not { } procedure) return Answers.NotFound(visit);
        return Answers.Page<ReceiptPage>(
            visit, ("Task", task), ("Step", step.Value), ("Entries", entries), ("Procedure", procedure),
            ("Letters", letters.Items.Where(l => l.WrittenAt == entries[0].At).ToArray()),
            ("Asked", (await store.TasksOfAsync(id, cancel)).Where(t => t is { ClosedAt: null, IsOptional: false })
                .ToArray()));
    }

    /// <summary>Why the engine does not take an answer, at the field to be corrected where it names one.</summary>
    public static ImmutableArray<FieldProblem> ProblemsOf(Step step, Bilingual refusal) => step.RefusedAt is { } at
        ? [.. at.Problems.Select(p => new FieldProblem(at.Field, p))]
        : [new("", refusal)];

    private static IResult Wrong(
        Visit visit, TaskSheet sheet, TaskEntry entry, ImmutableArray<FieldProblem> problems) =>
        Answers.Wrong<TaskPage>(visit, ("Sheet", sheet), ("Entry", entry), ("Problems", problems));

    private static async Task<IResult> GoneAsync(
        Visit visit, string id, int wait, IProcedureStore store, CancellationToken cancel) =>
        await store.FindTaskAsync(id, wait, cancel) is { } task
            ? Answers.Page<ClosedTaskPage>(visit, ("Task", task))
            : Answers.NotFound(visit);
}
