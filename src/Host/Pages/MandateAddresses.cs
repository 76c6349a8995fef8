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
        var latest = rows.Where(r => r.IsLatest).ToImmutableArray();
        return Answers.Page<MandatesPage>(visit, ("Search", search), ("Offices", offices), ("Rows", latest),
            ("IsRegisterEmpty", latest.IsEmpty && (await store.MandatesAsync(cancel: cancel)).IsEmpty));
    }

    public static async Task<IResult> Show(
        HttpContext context, string key, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        Forecasts forecasts, MemberStates members, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(key, store, cancel) is not { } row || offices.Find(row.Mandate.Office) is not { } office)
            return Answers.NotFound(visit);
        (string, object?)[] shown = await ShownAsync(row, office, visit, store, watch, forecasts, members, cancel);
        return Answers.Page<MandatePage>(visit,
            [.. shown, ("Clerk", visit.Clerk), ("Done", context.Request.Query.ContainsKey("done"))]);
    }

    /// <summary>Opens the procedure that follows the mandate.</summary>
    public static async Task<IResult> Take(
        HttpContext context, string key, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        Forecasts forecasts, MemberStates members, CancellationToken cancel)
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
        (string, object?)[] shown = await ShownAsync(row, office, visit, store, watch, forecasts, members, cancel);
        return Answers.Wrong<MandatePage>(visit, [.. shown, ("Clerk", clerk), ("Problems", problems)]);
    }

    private static async Task<(string, object?)[]> ShownAsync(
        MandateRow row, Office office, Visit visit, IProcedureStore store, MandateWatch watch, Forecasts forecasts,
        MemberStates members, CancellationToken cancel)
    {
        var definition = (await forecasts.PublishedAsync(cancel)).GetValueOrDefault(office.DefinitionId);
        return
        [
            ("Row", row), ("Office", office), ("OpensByItself", await watch.OpensByItselfAsync(office.Code, cancel)),
            ("Changes", await store.MandateChangesAsync(row.Mandate, cancel)),
            ("InputsForm", definition is null ? Form.Empty : InputForm.Of(definition, visit.Institution, members)),
            ("Inputs", definition is null || row.Mandate.LastDay is null ? null
                : office.InputsFor(row.Mandate, definition)),
        ];
    }

    // The address names the mandate as its key does: judge_EE_2020-01-04.
    internal static async Task<MandateRow?> FindAsync(string key, IProcedureStore store, CancellationToken cancel)
    {
        if (key.Split('_') is not [var office, var state, var day]
            || !DateOnly.TryParseExact(
                day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins))
            return null;
        var filter = new MandateFilter { Office = office, State = state, Begins = begins };
        return (await store.MandateRowsAsync(filter, cancel)).FirstOrDefault();
    }
}
