using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses under which a procedure is opened: choose, fill in, look at the dates, open.</summary>
internal static class OpeningAddresses
{
    /// <summary>The field for the name of the person who opens; a definition's input can never have this name.</summary>
    public const string ClerkField = "recorded-by";

    /// <summary>The hidden field, and the part of the address, that name the mandate which the procedure follows.</summary>
    public const string MandateField = "mandate";

    public static async Task<IResult> Choose(
        HttpContext context, Visits visits, Forecasts forecasts, CancellationToken cancel) =>
        Answers.Page<ChoosePage>(visits.Of(context), ("Definitions",
            (await forecasts.PublishedAsync(cancel)).Values.OrderBy(d => d.Name, StringComparer.Ordinal).ToArray()));

    public static async Task<IResult> Show(
        HttpContext context, string definitionId, Visits visits, Forecasts forecasts, MemberStates members,
        MandateOpening mandates, CancellationToken cancel)
    {
        var visit = await mandates.VisitAsync(visits.Of(context), cancel);
        if ((await forecasts.PublishedAsync(cancel)).GetValueOrDefault(definitionId) is not { } definition)
            return Answers.NotFound(visit);
        var form = InputForm.Of(definition, visit.Institution, members);
        var key = context.Request.Query[MandateField].ToString();
        var row = await mandates.FindAsync(key, definitionId, cancel);
        var typed = InputForm.Defaults(definition);
        if (row is not null) typed = mandates.InputsOf(row, definition, form, visit.Language).Members
            .Aggregate(typed, (map, input) => map.With(input.Key, input.Value));
        return Answers.Page<OpenPage>(visit, ("Definition", definition), ("Form", form), ("Typed", typed),
            ("Clerk", visit.Clerk), ("Mandate", row is null ? "" : key));
    }

    public static async Task<IResult> Take(
        HttpContext context, string definitionId, Visits visits, Forecasts forecasts, Conductor conductor,
        MandateOpening mandates, Engine engine, MemberStates members, IProcedureStore store, CancellationToken cancel)
    {
        var visit = await mandates.VisitAsync(visits.Of(context), cancel);
        if ((await forecasts.PublishedAsync(cancel)).GetValueOrDefault(definitionId) is not { } definition)
            return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var form = InputForm.Of(definition, visit.Institution, members);
        var key = posted[MandateField].ToString();
        var filled = new Filled(definition, form, FormEntry.Read(form, posted), posted[ClerkField].ToString().Trim(), key);
        var inputs = FormEntry.Tidy(form, filled.Typed);
        var moved = await mandates.MovedAsync(cancel);
        var (problems, first) = Check(filled, inputs, moved, engine, visit);
        var act = posted["act"].ToString();
        if (!problems.IsEmpty || act == "change") return Shown(act == "change", visit, filled, problems);
        if (act == "open")
        {
            var (id, occupied) = await mandates.IdForAsync(key, definition, inputs, cancel);
            if (occupied is not null) return Shown(false, visit, filled, [new("", occupied)]);
            var refusal = Bilingual.Empty;
            var opened = await TwinProcedures.OpenOnceAsync(store, first!, visit.Now, async () =>
            {
                var opening = await conductor.OpenAsync(
                    definition, new OpeningRequest(inputs, filled.Clerk) { ProcedureId = id }, cancel);
                refusal = opening.Refusal ?? refusal;
                return opening.ProcedureId;
            }, cancel);
            Visits.Remember(context, filled.Clerk);
            return opened is not null ? Results.Redirect(visit.To($"procedures/{opened}"))
                : Shown(false, visit, filled, [new("", refusal)]);
        }
        var year = await forecasts.OfAsync(definition, inputs, visit.Today, moved, cancel);
        return Answers.Page<OpenPreviewPage>(visit, ("Definition", definition), ("Form", form), ("Typed", filled.Typed),
            ("Clerk", filled.Clerk), ("Mandate", key), ("First", first), ("Year", year),
            ("Twins", await TwinProcedures.OfAsync(store, first!, cancel)));
    }

    private static IResult Shown(bool isWanted, Visit visit, Filled filled, ImmutableArray<FieldProblem> problems)
    {
        (string, object?)[] parameters =
        [
            ("Definition", filled.Definition), ("Form", filled.Form), ("Typed", filled.Typed), ("Clerk", filled.Clerk),
            ("Mandate", filled.Mandate), ("Problems", isWanted ? ImmutableArray<FieldProblem>.Empty : problems),
        ];
        return isWanted ? Answers.Page<OpenPage>(visit, parameters) : Answers.Wrong<OpenPage>(visit, parameters);
    }

    // The first step is tried out: what the engine would refuse is said before anything is written.
    private static (ImmutableArray<FieldProblem> Problems, Step? First) Check(
        Filled filled, Value.Map inputs, ImmutableArray<PartSession> moved, Engine engine, Visit visit)
    {
        var problems = filled.Form.Check(inputs, "").ToBuilder();
        problems.AddRange(InputForm.Problems(filled.Definition, inputs, visit.Institution));
        if (filled.Clerk.Length == 0)
            problems.Add(new(ClerkField, ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        if (problems.Count > 0) return (problems.ToImmutable(), null);
        var first = engine.Advance(Procedure.Draft("preview", filled.Definition),
            new Stimulus.Opened(inputs) { MovedParts = moved }, visit.Now);
        if (first.Refusal is { } refusal) problems.Add(new("", refusal));
        foreach (var incident in first.After.Incidents)
            problems.Add(new("", (
                $"The procedure cannot start: {incident.Text.English}",
                $"La procédure ne peut commencer : {incident.Text.French}")));
        return (problems.ToImmutable(), first);
    }

    /// <summary>The form as somebody has filled it in.</summary>
    /// <param name="Mandate">The key of the mandate that the procedure follows, or empty.</param>
    private sealed record Filled(Definition Definition, Form Form, Value.Map Typed, string Clerk, string Mandate);
}
