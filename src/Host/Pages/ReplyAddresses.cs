using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the links in letters by which a member state completes one step without signing in.</summary>
/// <remarks>
/// A link opens its own step and nothing else: no file, no list, no other step. It is refused, without saying why,
/// when it was changed, has run out, names a contact that is gone, or a step that is confidential or of another body.
/// </remarks>
internal static class ReplyAddresses
{
    /// <summary>The address under which links stand.</summary>
    public const string Place = "reply";

    /// <summary>What mail programs take for the end of an address that stands in a sentence or in brackets.</summary>
    private static readonly char[] Clinging = ['>', ')', ']', '.', ',', ';', ':', '"', '\'', ' '];

    public static async Task<IResult> Show(
        HttpContext context, string token, Visits visits, IProcedureStore store, ReplyLinks links,
        CancellationToken cancel)
    {
        var visit = VisitOf(context, visits);
        if (await ReadAsync(token, visit, store, links, cancel) is not { } reply) return Refused(visit);
        if (reply.Sheet is { } sheet)
            return Answers.Page<ReplyPage>(
                visit, ("Sheet", sheet), ("Entry", TaskEntry.Empty(sheet, visit) with { Clerk = "" }));
        return Answers.Page<ReplyClosedPage>(visit, ("Task", reply.Task), ("IsOwn", IsOwn(reply)));
    }

    public static async Task<IResult> Take(
        HttpContext context, string token, Visits visits, IProcedureStore store, ReplyLinks links,
        Conductor conductor, Engine engine, CandidateAddresses candidates, CancellationToken cancel)
    {
        var visit = VisitOf(context, visits);
        if (await ReadAsync(token, visit, store, links, cancel) is not { } reply) return Refused(visit);
        if (reply.Sheet is not { } sheet)
            return Answers.Page<ReplyClosedPage>(visit, ("Task", reply.Task), ("IsOwn", IsOwn(reply)));
        var posted = await context.Request.ReadFormAsync(cancel);
        // A state answers on the day on which it answers: an act of an earlier day is for the secretariat to record.
        var entry = TaskEntry.Read(sheet, posted) with { DecidedOn = DateText.Short(visit.Today, visit.Language) };
        var act = posted["act"].ToString();
        if (act == "change") return Answers.Page<ReplyPage>(visit, ("Sheet", sheet), ("Entry", entry));
        var problems = entry.Problems(sheet, visit);
        if (!problems.IsEmpty) return Wrong(visit, sheet, entry, problems);
        var stimulus = entry.ToStimulus(sheet, seed: 0) with { Actor = ActorOf(entry, reply.Task.Body) };
        if (act != "complete")
            return engine.Advance(sheet.Procedure, stimulus, visit.Now) is { Refusal: { } no } tried
                ? Wrong(visit, sheet, entry, TaskAddresses.ProblemsOf(tried, no))
                : Answers.Page<ReplyReviewPage>(visit, ("Sheet", sheet), ("Entry", entry));
        await candidates.TakeInAsync(sheet.Procedure.Id, entry.Candidates(sheet, visit.Now), cancel);
        var step = await conductor.SendAsync(sheet.Procedure.Id, stimulus, cancel);
        return step.Refusal is { } refusal
            ? Wrong(visit, sheet, entry, TaskAddresses.ProblemsOf(step, refusal))
            : Results.Redirect(visit.To(visit.Path));
    }

    private static Visit VisitOf(HttpContext context, Visits visits)
    {
        // The address is the key: it must not travel to other pages.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return visits.Of(context) with { Clerk = "" };
    }

    private static async Task<Reply?> ReadAsync(
        string token, Visit visit, IProcedureStore store, ReplyLinks links, CancellationToken cancel)
    {
        if (links.Read(token.TrimEnd(Clinging), visit.Today) is not { } signed) return null;
        var contacts = await store.ContactsAsync(signed.Body, cancel);
        if (!contacts.Any(c => ReplyLinks.Mark(c.Address) == signed.ContactMark)) return null;
        if (await store.FindTaskAsync(signed.ProcedureId, signed.Wait, cancel) is not { IsConfidential: false } task)
            return null;
        if (task.Body != signed.Body || task.IsOptional) return null;
        var sheet = await TaskSheet.ReadAsync(store, signed.ProcedureId, signed.Wait, cancel);
        return sheet is { Assignment.NeedsSeed: true } ? null : new Reply(task, sheet);
    }

    private static string ActorOf(TaskEntry entry, string body) => $"{entry.Clerk}, {body}";

    private static bool IsOwn(Reply reply) =>
        reply.Task.ClosedBy?.EndsWith($", {reply.Task.Body}", StringComparison.Ordinal) == true;

    private static IResult Refused(Visit visit) => Answers.Forbidden<ReplyRefusedPage>(visit);

    private static IResult Wrong(
        Visit visit, TaskSheet sheet, TaskEntry entry, ImmutableArray<FieldProblem> problems) =>
        Answers.Wrong<ReplyPage>(visit, ("Sheet", sheet), ("Entry", entry), ("Problems", problems));

    /// <param name="Sheet">Null once the step is closed.</param>
    private sealed record Reply(TaskRow Task, TaskSheet? Sheet);
}
