using Procedures.Execution;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which a failed step can begin again.</summary>
internal static class IncidentAddresses
{
    public static async Task<IResult> Show(
        HttpContext context, string id, int activation, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(id, activation, store, cancel) is var (procedure, incident)
            ? Answers.Page<RetryPage>(
                visit, ("Procedure", procedure), ("Incident", incident), ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Retry(
        HttpContext context, string id, int activation, Visits visits, IProcedureStore store, Conductor conductor,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(id, activation, store, cancel) is not var (procedure, incident))
            return Answers.NotFound(visit);
        var form = await context.Request.ReadFormAsync(cancel);
        var (reason, clerk) = (form["f.reason"].ToString().Trim(), form["f.clerk"].ToString().Trim());
        var french = form[$"f.{ProcedureAct.ReasonFr}"].ToString().Trim();
        var problems = RetryPage.Check(reason, french, clerk);
        if (problems.IsEmpty)
        {
            var step = await conductor.SendAsync(id, new Stimulus.Retried(reason, [activation])
            {
                Actor = clerk, ReasonFr = french.Length > 0 ? french : null,
            }, cancel);
            if (step.Refusal is null)
            {
                Visits.Remember(context, clerk);
                return Results.Redirect(visit.To($"procedures/{id}"));
            }
            problems = [new("", step.Refusal)];
        }
        return Answers.Wrong<RetryPage>(visit,
            ("Procedure", procedure), ("Incident", incident), ("Reason", reason), ("ReasonFr", french),
            ("Clerk", clerk), ("Problems", problems));
    }

    // An incident that has been taken up already has no page any more: the file tells what came of it.
    private static async Task<(Procedure Procedure, Incident Incident)?> FindAsync(
        string id, int activation, IProcedureStore store, CancellationToken cancel) =>
        await store.LoadAsync(id, cancel) is { } procedure
        && procedure.Incidents.LastOrDefault(i => i.Activation == activation) is { } incident
        && procedure.CanRetry(incident)
            ? (procedure, incident) : null;
}
