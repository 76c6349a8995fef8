using Procedures.Execution;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Studio;

namespace Procedures.Pages;

/// <summary>Answers the addresses of the list of procedures and of a procedure's file.</summary>
internal static class ProcedureAddresses
{
    private const int JournalLength = 500;
    private const int LettersShown = 100;
    private const int MostMandates = 1000;

    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, Forecasts forecasts, StudioFolder studio,
        Procedures.Runtime.LetterIncidents incidents, CancellationToken cancel)
    {
        var search = ProcedureSearch.Read(context.Request.Query);
        var rows = await store.ProceduresAsync(search.Filter, search.Stretch, cancel);
        var definitions = (await forecasts.PublishedAsync(cancel))
            .ToDictionary(d => d.Key, d => DefinitionText.Name(d.Value), StringComparer.Ordinal);
        var visit = visits.Of(context);
        var due = await store.DueMandatesAsync([], visit.Today, MostMandates, cancel);
        return Answers.Page<ProceduresPage>(visit, ("Search", search), ("Rows", rows), ("Definitions", definitions),
            ("Soon", studio.Heaviest), ("DueMandates", due.Length),
            ("LateMandates", due.Count(m => m.Opening.StartsBy < visit.Today)),
            ("Incidents", await incidents.AllAsync(cancel)),
            ("Missing", await MissingContacts.OfAsync(store, await store.ContactsAsync(cancel: cancel), cancel)));
    }

    public static async Task<IResult> File(
        HttpContext context, string id, Visits visits, IProcedureStore store, Forecasts forecasts,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await ReadAsync(id, visit, store, forecasts, cancel) is { } file
            ? Answers.Page<FilePage>(
                visit, ("File", file), ("WithBookkeeping", context.Request.Query["journal"] == "all"))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Year(
        HttpContext context, string id, Visits visits, IProcedureStore store, Forecasts forecasts,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await ReadAsync(id, visit, store, forecasts, cancel) is { } file
            ? Answers.Page<YearPage>(visit, ("File", file))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> ShowDiscontinue(
        HttpContext context, string id, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await store.FindProcedureAsync(id, cancel) is { } row
            ? Answers.Page<DiscontinuePage>(visit, ("Row", row), ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Discontinue(
        HttpContext context, string id, Visits visits, IProcedureStore store, Conductor conductor,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await store.FindProcedureAsync(id, cancel) is not { } row) return Answers.NotFound(visit);
        var form = await context.Request.ReadFormAsync(cancel);
        var (reason, clerk) = (form["f.reason"].ToString().Trim(), form["f.clerk"].ToString().Trim());
        var french = form[$"f.{ProcedureAct.ReasonFr}"].ToString().Trim();
        var sure = form.ContainsKey("f.sure");
        var problems = DiscontinuePage.Check(reason, french, clerk, sure);
        if (problems.IsEmpty)
        {
            var step = await conductor.SendAsync(id, new Stimulus.Cancelled(reason)
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
        return Answers.Wrong<DiscontinuePage>(visit,
            ("Row", row), ("Reason", reason), ("ReasonFr", french), ("Clerk", clerk), ("Sure", sure),
            ("Problems", problems));
    }

    private static async Task<ProcedureFile?> ReadAsync(
        string id, Visit visit, IProcedureStore store, Forecasts forecasts, CancellationToken cancel)
    {
        if (await store.FindProcedureAsync(id, cancel) is not { } row) return null;
        if (await store.LoadAsync(id, cancel) is not { } procedure) return null;
        return new ProcedureFile
        {
            Row = row, Procedure = procedure, Tasks = await store.TasksOfAsync(id, cancel),
            Letters = await store.LettersAsync(
                new LetterFilter { ProcedureId = id }, new PageRequest(0, LettersShown), cancel),
            Journal = await store.JournalAsync(id, new PageRequest(0, JournalLength), newestFirst: true, cancel),
            Children = await store.ChildrenAsync(id, cancel), Within = await NestedParts.ReportableAsync(id, store, cancel),
            OtherVersion = VersionMoves.IsMovable(procedure)
                ? (await store.VersionsAsync(row.DefinitionId, cancel))
                    .FirstOrDefault(v => v.IsPublished && v.Hash != row.DefinitionHash)
                : null,
            Ahead = await AheadAsync(procedure, visit, forecasts, cancel),
        };
    }

    private static async Task<RehearsedYear?> AheadAsync(
        Procedure procedure, Visit visit, Forecasts forecasts, CancellationToken cancel) =>
        procedure.IsOver || procedure.Status == ProcedureStatus.Interrupted
            ? null
            : await forecasts.OfAsync(procedure, visit.Now, cancel);
}
