using System.Collections.Immutable;
using System.Globalization;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which a running procedure is moved to another version of its definition.</summary>
internal static class VersionAddresses
{
    /// <summary>The version in an address or a form; without it the published one is meant.</summary>
    public const string VersionField = "to";

    private const string English = ProcedureAct.Reason;
    private const string French = ProcedureAct.ReasonFr;

    public static async Task<IResult> Show(
        HttpContext context, string id, Visits visits, VersionMoves moves, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (!TryRead(context.Request.Query[VersionField], out var version)) return Answers.NotFound(visit);
        return await moves.FindAsync(id, version, target => Told(target, "…", "…", ""), visit.Now, cancel) is { } sheet
            ? Answers.Page<VersionPage>(visit, ("Sheet", sheet), ("Clerk", visit.Clerk))
            : await NowhereAsync(visit, id, version, store, cancel);
    }

    public static async Task<IResult> Take(
        HttpContext context, string id, Visits visits, VersionMoves moves, Conductor conductor, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var form = await context.Request.ReadFormAsync(cancel);
        string Typed(string field) => form[FormEntry.NameOf(field)].ToString().Trim();
        var (reason, french) = (Typed(English), Typed(French));
        var clerk = form[OpeningAddresses.ClerkField].ToString().Trim();
        Stimulus.Migrated With(Definition target) => Told(target, reason, french, clerk);
        if (!TryRead(form[VersionField], out var version)) return Answers.NotFound(visit);
        if (await moves.FindAsync(id, version, With, visit.Now, cancel) is not { } sheet)
            return await NowhereAsync(visit, id, version, store, cancel);
        var problems = Check(reason, french, clerk);
        if (problems.IsEmpty)
        {
            var step = await conductor.SendAsync(id, With(sheet.Target), cancel);
            if (step.Refusal is null)
            {
                Visits.Remember(context, clerk);
                return Results.Redirect(visit.To($"procedures/{id}"));
            }
            problems = [new("", step.Refusal)];
        }
        return Answers.Wrong<VersionPage>(visit, ("Sheet", sheet), ("Reason", reason), ("ReasonFr", french),
            ("Clerk", clerk), ("Problems", problems));
    }

    // Who presses twice, or comes back, finds the procedure where the first press has brought it.
    private static async Task<IResult> NowhereAsync(
        Visit visit, string id, int? version, IProcedureStore store, CancellationToken cancel) =>
        await store.FindProcedureAsync(id, cancel) is { } row && (version is null || version == row.DefinitionVersion)
            ? Results.Redirect(visit.To($"procedures/{id}"))
            : Answers.NotFound(visit);

    private static Stimulus.Migrated Told(Definition target, string reason, string french, string clerk) =>
        new(target, reason) { ReasonFr = french.Length > 0 ? french : null, Actor = clerk };

    private static ImmutableArray<FieldProblem> Check(string reason, string french, string clerk)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (reason.Length == 0 && french.Length == 0)
            problems.Add(new(English, (
                "Give the reason, in English or in French.", "Indiquez le motif, en français ou en anglais.")));
        if (clerk.Length == 0)
            problems.Add(new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        return problems.ToImmutable();
    }

    // Nothing is the published version; what is no number is none.
    private static bool TryRead(string? text, out int? version)
    {
        version = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return string.IsNullOrEmpty(text) || version is not null;
    }
}
