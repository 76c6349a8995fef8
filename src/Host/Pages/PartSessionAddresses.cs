using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which a part-session is moved for all procedures together.</summary>
internal static class PartSessionAddresses
{
    private const int YearsAhead = 3;

    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var calendar = visit.Institution.With(await MovedParts.KnownAsync(store, cancel)).Calendar;
        var parts = Enumerable.Range(visit.Today.Year, YearsAhead)
            .SelectMany(year => Enumerable.Range(1, 4).Select(n => calendar.Find(year, n)))
            .OfType<PartSession>().Where(p => p.Closes >= visit.Today).ToImmutableArray();
        return Answers.Page<PartSessionsPage>(visit, ("Parts", parts));
    }

    public static async Task<IResult> Show(
        HttpContext context, int year, int number, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(year, number, visit, store, cancel) is { } part
            ? Answers.Page<PartSessionPage>(visit, ("Part", part), ("Clerk", visit.Clerk),
                ("Typed", Value.MapOf((PartSessionPage.Opens, Value.Of(DateText.Short(part.Opens, visit.Language))),
                    (PartSessionPage.Closes, Value.Of(DateText.Short(part.Closes, visit.Language))))))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Take(
        HttpContext context, int year, int number, Visits visits, IProcedureStore store, Conductor conductor,
        Engine engine, MandateWatch watch, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(year, number, visit, store, cancel) is not { } part) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var typed = FormEntry.Read(PartSessionPage.Form, posted);
        var clerk = posted[OpeningAddresses.ClerkField].ToString().Trim();
        var wish = posted["act"].ToString();
        var answer = FormEntry.Tidy(PartSessionPage.Form, typed);
        var problems = PartSessionPage.Check(answer, clerk);
        (string, object?)[] shown = [("Part", part), ("Typed", typed), ("Clerk", clerk)];
        if (wish == "change") return Answers.Page<PartSessionPage>(visit, shown);
        if (!problems.IsEmpty) return Answers.Wrong<PartSessionPage>(visit, [.. shown, ("Problems", problems)]);
        var moved = PartSessionPage.Moved(part, answer);
        var act = new Act.PartMoved(moved, Plain.Text(answer[ProcedureAct.Reason]));
        var stimulus =
            (Stimulus.Intervened)ActFields.WithFrench(new Stimulus.Intervened(act) { Actor = clerk }, answer);
        if (wish == "apply")
        {
            await MovedParts.MoveAsync(store, moved, stimulus, visit.Now, cancel);
            conductor.Work.Raise();
            watch.Work.Raise();
            Visits.Remember(context, clerk);
            return Results.Redirect(visit.To("part-sessions"));
        }
        return Answers.Page<PartSessionPage>(visit,
        [
            .. shown, ("Steps", await TryAsync(stimulus, store, engine, visit, cancel)),
            ("Plans", await watch.TryMoveAsync(moved, cancel)),
        ]);
    }

    // What would follow in each procedure: only those are shown in which something moves.
    private static async Task<ImmutableArray<Step>?> TryAsync(
        Stimulus act, IProcedureStore store, Engine engine, Visit visit, CancellationToken cancel)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var id in await MovedParts.OpenAsync(store, cancel))
            if (await store.LoadAsync(id, cancel) is { } procedure
                && engine.Advance(procedure, act, visit.Now) is { IsIdle: false } step
                && !step.Before.Anchors.Values.Values.SequenceEqual(step.After.Anchors.Values.Values,
                    SameValue.Instance))
                steps.Add(step);
        return steps.ToImmutable();
    }

    private static async Task<PartSession?> FindAsync(
        int year, int number, Visit visit, IProcedureStore store, CancellationToken cancel) =>
        visit.Institution.With(await MovedParts.KnownAsync(store, cancel)).Calendar.Find(year, number);

    private sealed class SameValue : IEqualityComparer<Anchor>
    {
        public static readonly SameValue Instance = new();
        public bool Equals(Anchor? x, Anchor? y) => x?.Name == y?.Name && x?.Value == y?.Value;
        public int GetHashCode(Anchor anchor) => anchor.Name.GetHashCode(StringComparison.Ordinal);
    }
}
