using System.Collections.Immutable;
using System.Globalization;
using Procedures.Forms;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses of the register of mandates: the coming years, and one mandate.</summary>
internal static class MandateAddresses
{
    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, Offices offices, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var search = MandateSearch.Read(context.Request.Query);
        var rows = await store.MandateRowsAsync(search.Filter(visit.Today), cancel);
        return Answers.Page<MandatesPage>(visit,
            ("Search", search), ("Offices", offices), ("Rows", rows.Where(r => r.IsLatest).ToImmutableArray()));
    }

    public static async Task<IResult> Show(
        HttpContext context, string key, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(key, store, cancel) is not { } row || offices.Find(row.Mandate.Office) is not { } office)
            return Answers.NotFound(visit);
        return Answers.Page<MandatePage>(visit, ("Row", row), ("Office", office), ("Clerk", visit.Clerk),
            ("OpensByItself", await watch.OpensByItselfAsync(office.Code, cancel)));
    }

    /// <summary>Opens the procedure that follows the mandate.</summary>
    public static async Task<IResult> Take(
        HttpContext context, string key, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(key, store, cancel) is not { } row || offices.Find(row.Mandate.Office) is not { } office)
            return Answers.NotFound(visit);
        var clerk = (await context.Request.ReadFormAsync(cancel))[OpeningAddresses.ClerkField].ToString().Trim();
        var problems = MandatePage.Check(row, clerk);
        if (problems.IsEmpty)
        {
            var planned = new PlannedMandate(row.Mandate, "", office.DefinitionId, row.OpeningId, row.Opening!);
            var opening = await watch.OpenAsync(planned, clerk, cancel);
            if (opening.ProcedureId is { } id)
            {
                Visits.Remember(context, clerk);
                return Results.Redirect(visit.To($"procedures/{id}"));
            }
            problems = [new FieldProblem("", opening.Refusal ?? Bilingual.Empty)];
        }
        return Answers.Wrong<MandatePage>(visit, ("Row", row), ("Office", office), ("Clerk", clerk),
            ("Problems", problems), ("OpensByItself", await watch.OpensByItselfAsync(office.Code, cancel)));
    }

    // The address names the mandate as its key does: judge_EE_2020-01-04.
    private static async Task<MandateRow?> FindAsync(string key, IProcedureStore store, CancellationToken cancel)
    {
        if (key.Split('_') is not [var office, var state, var day]
            || !DateOnly.TryParseExact(
                day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins))
            return null;
        var filter = new MandateFilter { Office = office, State = state, Begins = begins };
        return (await store.MandateRowsAsync(filter, cancel)).FirstOrDefault();
    }
}
