using System.Collections.Immutable;
using System.Globalization;
using Procedures.Api;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses of the list of definitions and of their earlier texts.</summary>
internal static class DefinitionAddresses
{
    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, Forecasts forecasts, CancellationToken cancel)
    {
        var published = (await store.DefinitionsAsync(publishedOnly: true, cancel))
            .ToDictionary(d => d.DefinitionId, StringComparer.Ordinal);
        var latest = await store.DefinitionsAsync(cancel: cancel);
        var running = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in latest)
            running[row.DefinitionId] =
                (await RunningProcedures.RowsAsync(store, row.DefinitionId, new PageRequest(0, 1), cancel)).Total;
        return Answers.Page<DefinitionsPage>(visits.Of(context),
            ("Latest", latest), ("Published", published), ("Running", running),
            ("Names", (await forecasts.PublishedAsync(cancel))
                .ToDictionary(d => d.Key, d => DefinitionText.Name(d.Value))));
    }

    public static async Task<IResult> Running(
        HttpContext context, string definitionId, Visits visits, IProcedureStore store, DefinitionLibrary library,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var number = ProcedureSearch.NumberIn(context.Request.Query);
        var rows = await RunningProcedures.RowsAsync(
            store, definitionId, new PageRequest((number - 1) * Paging.Size, Paging.Size), cancel);
        var versions = await store.VersionsAsync(definitionId, cancel);
        if (versions.IsEmpty && rows.Total == 0) return Answers.NotFound(visit);
        var name = await library.PublishedAsync(definitionId, cancel) is { } published
            ? DefinitionText.Name(published)
            : Bilingual.Same(versions.FirstOrDefault(v => v.IsLatest)?.Name ?? definitionId);
        return Answers.Page<RunningPage>(visit, ("Number", number), ("Running",
            new RunningProcedures(name, versions.FirstOrDefault(v => v.IsPublished), rows)));
    }

    public static async Task<IResult> Texts(
        HttpContext context, string definitionId, Visits visits, IProcedureStore store, Revisions revisions,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var number = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture,
            out var page) && page is > 0 and < 100_000 ? page : 1;
        var rows = await revisions.ListAsync(definitionId, number, cancel);
        var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
        if (latest is null && rows.Total == 0) return Answers.NotFound(visit);
        var name = latest?.Name ?? rows.Items.FirstOrDefault()?.Revision.Name ?? definitionId;
        return Answers.Page<RevisionsPage>(visit, ("DefinitionId", definitionId), ("Name", name),
            ("Rows", rows), ("Number", number), ("Brought", context.Request.Query["brought"].ToString()));
    }

    public static async Task<IResult> Show(
        HttpContext context, string definitionId, long number, Visits visits, Revisions revisions,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await revisions.FindAsync(definitionId, number, cancel) is { } sheet
            ? Answers.Page<RevisionPage>(visit, ("Sheet", sheet), ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> BringBack(
        HttpContext context, string definitionId, long number, Visits visits, Revisions revisions,
        IProcedureStore store, DefinitionDesk desk, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await revisions.FindAsync(definitionId, number, cancel) is not { } sheet) return Answers.NotFound(visit);
        var clerk = (await context.Request.ReadFormAsync(cancel))[OpeningAddresses.ClerkField].ToString().Trim();
        ImmutableArray<FieldProblem> problems = clerk.Length > 0 ? []
            : [new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom."))];
        if (problems.IsEmpty && sheet.CanBeBroughtBack && await store.FindRevisionAsync(number, cancel) is { } text)
        {
            var caller = new Caller("", visit.Language) { Person = clerk };
            var saving = await desk.BringBackAsync(text, caller, cancel);
            Visits.Remember(context, clerk);
            if (saving.Stored is { } draft)
                return Results.Redirect(visit.To(
                    $"definitions/{Uri.EscapeDataString(definitionId)}/texts?brought={draft.Version}"));
            problems = [.. saving.Refusals.Select(r => new FieldProblem("", r))];
        }
        return Answers.Wrong<RevisionPage>(visit, ("Sheet", sheet), ("Clerk", clerk), ("Problems", problems));
    }
}
