using System.Collections.Immutable;
using Procedures.Forms;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the address at which a process owner says which procedures open by themselves.</summary>
internal static class OfficeAddresses
{
    public static async Task<IResult> Show(
        HttpContext context, Visits visits, Offices offices, MandateWatch watch, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return Answers.Page<OfficesPage>(visit, ("Offices", offices), ("Clerk", visit.Clerk),
            ("OpenBySelf", await NowAsync(offices, watch, cancel)), ("Drawn", await DrawnAsync(store, cancel)));
    }

    public static async Task<IResult> Take(
        HttpContext context, Visits visits, Offices offices, MandateWatch watch, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var form = await context.Request.ReadFormAsync(cancel);
        var clerk = form[OpeningAddresses.ClerkField].ToString().Trim();
        var wanted = offices.All.Where(o => form.ContainsKey($"f.{o.Code}")).Select(o => o.Code).ToImmutableHashSet();
        if (clerk.Length == 0)
            return Answers.Wrong<OfficesPage>(visit, ("Offices", offices), ("Clerk", clerk), ("OpenBySelf", wanted),
                ("Drawn", await DrawnAsync(store, cancel)), ("Problem", new FieldProblem(OpeningAddresses.ClerkField,
                    ("Recorded by: give your name.", "Enregistré par : indiquez votre nom."))));
        var before = await NowAsync(offices, watch, cancel);
        foreach (var office in offices.All.Where(o => before.Contains(o.Code) != wanted.Contains(o.Code)))
            await watch.SetAsync(office.Code, wanted.Contains(office.Code), clerk, cancel);
        Visits.Remember(context, clerk);
        return Results.Redirect(visit.To("mandates"));
    }

    private static async Task<ImmutableHashSet<string>> NowAsync(
        Offices offices, MandateWatch watch, CancellationToken cancel)
    {
        var found = ImmutableHashSet.CreateBuilder<string>();
        foreach (var office in offices.All)
            if (await watch.OpensByItselfAsync(office.Code, cancel)) found.Add(office.Code);
        return found.ToImmutable();
    }

    private static async Task<ImmutableHashSet<string>> DrawnAsync(IProcedureStore store, CancellationToken cancel) =>
        [.. (await store.DefinitionsAsync(publishedOnly: true, cancel)).Select(d => d.DefinitionId)];
}
