using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Runtime;

namespace Procedures.Pages;

/// <summary>Answers the addresses under which a procedure is opened: choose, fill in, look at the dates, open.</summary>
internal static class OpeningAddresses
{
    /// <summary>The field for the name of the person who opens; a definition's input can never have this name.</summary>
    public const string ClerkField = "recorded-by";

    public static async Task<IResult> Choose(
        HttpContext context, Visits visits, Forecasts forecasts, CancellationToken cancel) =>
        Answers.Page<ChoosePage>(visits.Of(context), ("Definitions",
            (await forecasts.PublishedAsync(cancel)).Values.OrderBy(d => d.Name, StringComparer.Ordinal).ToArray()));

    public static async Task<IResult> Show(
        HttpContext context, string definitionId, Visits visits, Forecasts forecasts, MemberStates members,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return (await forecasts.PublishedAsync(cancel)).GetValueOrDefault(definitionId) is { } definition
            ? Answers.Page<OpenPage>(visit, ("Definition", definition),
                ("Form", InputForm.Of(definition, visit.Institution, members)), ("Typed", InputForm.Defaults(definition)),
                ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Take(
        HttpContext context, string definitionId, Visits visits, Forecasts forecasts, Conductor conductor,
        Engine engine, MemberStates members, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if ((await forecasts.PublishedAsync(cancel)).GetValueOrDefault(definitionId) is not { } definition)
            return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var form = InputForm.Of(definition, visit.Institution, members);
        var typed = FormEntry.Read(form, posted);
        var clerk = posted[ClerkField].ToString().Trim();
        var inputs = FormEntry.Tidy(form, typed);
        var (problems, first) = Check(definition, form, inputs, clerk, engine, visit);
        var act = posted["act"].ToString();
        if (!problems.IsEmpty || act == "change")
            return Shown(act == "change", visit, definition, form, typed, clerk, problems);
        if (act == "open")
        {
            var opening = await conductor.OpenAsync(definition, new OpeningRequest(inputs, clerk), cancel);
            Visits.Remember(context, clerk);
            if (opening.ProcedureId is { } id) return Results.Redirect(visit.To($"procedures/{id}"));
            return Shown(false, visit, definition, form, typed, clerk, [new("", opening.Refusal ?? Bilingual.Empty)]);
        }
        var year = await forecasts.OfAsync(definition, inputs, visit.Today, cancel);
        return Answers.Page<OpenPreviewPage>(visit, ("Definition", definition), ("Form", form), ("Typed", typed),
            ("Clerk", clerk), ("First", first), ("Year", year));
    }

    private static IResult Shown(
        bool isWanted, Visit visit, Definition definition, Form form, Value.Map typed, string clerk,
        ImmutableArray<FieldProblem> problems)
    {
        (string, object?)[] parameters =
        [
            ("Definition", definition), ("Form", form), ("Typed", typed), ("Clerk", clerk),
            ("Problems", isWanted ? ImmutableArray<FieldProblem>.Empty : problems),
        ];
        return isWanted ? Answers.Page<OpenPage>(visit, parameters) : Answers.Wrong<OpenPage>(visit, parameters);
    }

    // The first step is tried out: what the engine would refuse is said before anything is written.
    private static (ImmutableArray<FieldProblem> Problems, Step? First) Check(
        Definition definition, Form form, Value.Map inputs, string clerk, Engine engine, Visit visit)
    {
        var problems = form.Check(inputs, "").ToBuilder();
        if (clerk.Length == 0)
            problems.Add(new(ClerkField, ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        if (problems.Count > 0) return (problems.ToImmutable(), null);
        var first = engine.Advance(Procedure.Draft("preview", definition), new Stimulus.Opened(inputs), visit.Now);
        if (first.Refusal is { } refusal) problems.Add(new("", refusal));
        foreach (var incident in first.After.Incidents)
            problems.Add(new("", (
                $"The procedure cannot start: {incident.Message}", $"La procédure ne peut commencer : {incident.Message}")));
        return (problems.ToImmutable(), first);
    }
}
