using System.Collections.Immutable;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which a mandate is entered, corrected, ended, extended or taken out.</summary>
internal static class MandateActAddresses
{
    /// <summary>The hidden field with the revision that was looked at.</summary>
    public const string RevisionField = "revision";

    private static readonly Bilingual Changed = (
        "Somebody has changed this mandate since you opened the form. What you typed stands below; what the register "
        + "says now stands above it. Check, and save again.",
        "Ce mandat a été modifié depuis que vous avez ouvert le formulaire. Votre saisie figure ci-dessous, l'état actuel "
        + "du registre au-dessus. Vérifiez et enregistrez à nouveau.");
    private static readonly Bilingual Twice = (
        "The register holds a mandate of this seat with the same first day already: correct that one.",
        "Le registre contient déjà un mandat de ce siège avec le même premier jour : corrigez celui-là.");

    /// <summary>Chooses the office, then shows its form.</summary>
    public static IResult ShowNew(HttpContext context, Visits visits, Offices offices)
    {
        var visit = visits.Of(context);
        var code = context.Request.Query["office"].ToString();
        if (code.Length == 0) return Answers.Page<MandateOfficePage>(visit, ("Offices", offices));
        return offices.Find(code) is { } office
            ? Shown(visit, null, office, MandateActs.Entered(office, visit.Institution), Value.Map.Empty, visit.Clerk,
                [])
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> TakeNew(
        HttpContext context, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return offices.Find(context.Request.Query["office"].ToString()) is { } office
            ? await TakeAsync(context, visit, null, office, MandateActs.Entered(office, visit.Institution),
                new Register(store, offices, watch), cancel)
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Show(
        HttpContext context, string key, string act, Visits visits, IProcedureStore store, Offices offices,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(key, act, visit, store, offices, cancel) is var (row, office, found)
            ? Shown(visit, row, office, found, found.Defaults, visit.Clerk, [])
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Take(
        HttpContext context, string key, string act, Visits visits, IProcedureStore store, Offices offices,
        MandateWatch watch, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(key, act, visit, store, offices, cancel) is var (row, office, found)
            ? await TakeAsync(context, visit, row, office, found, new Register(store, offices, watch), cancel)
            : Answers.NotFound(visit);
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, Visit visit, MandateRow? row, Office office, MandateAct act, Register register,
        CancellationToken cancel)
    {
        var posted = await context.Request.ReadFormAsync(cancel);
        var typed = FormEntry.Read(act.Form, posted);
        var clerk = posted[OpeningAddresses.ClerkField].ToString().Trim();
        var answer = FormEntry.Tidy(act.Form, typed);
        var problems = act.Form.Check(answer, "").ToBuilder();
        if (act.Form.Field(ProcedureAct.Reason) is not null) problems.AddRange(ActFields.MissingReason(answer));
        if (clerk.Length == 0)
            problems.Add(new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        var after = problems.Count == 0 ? act.Make(answer) : null;
        if (problems.Count == 0 && after is not null)
            problems.AddRange(await register.ProblemsAsync(row?.Mandate, after, act.Form, visit, cancel));
        if (problems.Count > 0) return Shown(visit, row, office, act, typed, clerk, problems.ToImmutable());
        var change =
            new MandateChange(row?.Mandate, after, clerk, MandateFields.Text(answer, ProcedureAct.Reason), visit.Now)
        {
            ReasonFr = MandateFields.Text(answer, ProcedureAct.ReasonFr),
            Revision = int.TryParse(posted[RevisionField], out var seen) ? seen : row?.Revision,
        };
        if (!await register.ChangeAsync(change, cancel))
            return Shown(visit, row, office, act, typed, clerk, [new("", row is null ? Twice : Changed)]);
        Visits.Remember(context, clerk);
        return Results.Redirect(visit.To(after is null ? "mandates" : $"mandates/{after.Key}?done={act.Name}"));
    }

    private static IResult Shown(
        Visit visit, MandateRow? row, Office office, MandateAct act, Value.Map typed, string clerk,
        ImmutableArray<FieldProblem> problems)
    {
        (string, object?)[] parameters =
        [
            ("Row", row), ("Office", office), ("Act", act), ("Typed", typed), ("Clerk", clerk), ("Problems", problems),
        ];
        return problems.IsEmpty ? Answers.Page<MandateActPage>(visit, parameters)
            : Answers.Wrong<MandateActPage>(visit, parameters);
    }

    private static async Task<(MandateRow, Office, MandateAct)?> FindAsync(
        string key, string name, Visit visit, IProcedureStore store, Offices offices, CancellationToken cancel)
    {
        if (await MandateAddresses.FindAsync(key, store, cancel) is not { } row
            || offices.Find(row.Mandate.Office) is not { } office) return null;
        var act = MandateActs.Of(row.Mandate, office, visit.Institution, visit.Language)
            .FirstOrDefault(a => a.Name == name);
        return act is null ? null : (row, office, act);
    }

    /// <summary>The register as forms change it.</summary>
    private sealed record Register(IProcedureStore Store, Offices Offices, MandateWatch Watch)
    {
        // Each problem leads to its field; one whose field the form does not ask stands above the form.
        public async Task<IEnumerable<FieldProblem>> ProblemsAsync(
            Mandate? before, Mandate after, Form form, Visit visit, CancellationToken cancel)
        {
            var found = new MandateCheck(Offices, visit.Institution.States).Of(after).ToList();
            var others = (await Store.MandatesAsync(after.Office, cancel))
                .Where(m => m.Seat == after.Seat && m.Key != before?.Key && m.Key != after.Key).ToArray();
            foreach (var (earlier, later) in MandateCheck.Overlaps([.. others, after]))
                if (ReferenceEquals(later, after)) found.Add((MandateFields.Begins, MandateCheck.Overlap(earlier)));
                else if (ReferenceEquals(earlier, after)) found.Add((MandateFields.Ends, MandateCheck.Overlap(later)));
            return found.Select(p => new FieldProblem(form.Field(p.Column) is null ? "" : p.Column, p.Text));
        }

        public async Task<bool> ChangeAsync(MandateChange change, CancellationToken cancel)
        {
            if (!await Store.ChangeMandatesAsync([change], cancel)) return false;
            if (change.After is { } after) await Watch.PlanAsync(after, cancel);
            Watch.Work.Raise();
            return true;
        }
    }
}
