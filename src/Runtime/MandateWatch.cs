using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Mandates;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Looks after the register of mandates: plans what follows from each, and opens it in time where it may.</summary>
/// <remarks>
/// However often it looks and on however many hosts, a procedure is opened once: its id follows from mandate and
/// definition, and the store takes an id once. Nothing is remembered between two looks.
/// </remarks>
/// <param name="institution">Stands for calendars and rules: plans that were made with another text are made anew.</param>
public sealed class MandateWatch(
    IProcedureStore store, DefinitionLibrary library, Engine engine, Offices offices, Conductor conductor,
    TimeProvider clock, string institution = "", Action<Exception>? troubled = null)
{
    /// <summary>The kind of the documents that say, by office, whether its procedures open by themselves.</summary>
    public const string SettingKind = "office-opening";
    private const string ByItself = "open";
    private const string Proposed = "propose";

    /// <summary>Who opens, as the journal names it.</summary>
    public const string Actor = ActorText.Register;
    private const int Handful = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Raised when the register has changed.</summary>
    public WorkSignal Work { get; } = new();

    /// <summary>Whether the procedures of the office open by themselves. They are only proposed until somebody says so.</summary>
    public async Task<bool> OpensByItselfAsync(string office, CancellationToken cancel = default) =>
        await store.FindDocumentAsync(SettingKind, office, cancel) is { } document && IsByItself(document);

    private static bool IsByItself(string document) =>
        ValueJson.Parse(document) is Value.Map setting && setting["opening"].AsText == ByItself;

    /// <summary>Lets the procedures of the office open by themselves, or only be proposed.</summary>
    public async Task SetAsync(string office, bool opensByItself, string actor, CancellationToken cancel = default)
    {
        await store.SaveDocumentAsync(SettingKind, office, ValueJson.ToJson(Value.MapOf(
            ("opening", Value.Of(opensByItself ? ByItself : Proposed)), ("by", Value.Of(actor)),
            ("at", Value.Of(Moments.Now(clock).ToString("O"))))), cancel);
        Work.Raise();
    }

    /// <summary>Plans what is not planned, then opens what is due.</summary>
    /// <returns>How much was done; 0 means that nothing is left for today.</returns>
    public async Task<int> LookAsync(CancellationToken cancel = default) =>
        await PlanAsync(cancel) + await OpenDueAsync(cancel);

    /// <summary>Looks until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => WorkLoop.RunAsync(
        new WorkLoop.Settings(Work, clock, Pause, troubled ?? (_ => { })) { IsOutOfReach = store.IsOutOfReach },
        () => LookAsync(cancel), () => Task.FromResult<DateTimeOffset?>(null), cancel);

    /// <summary>Opens the procedure that follows a mandate now, whoever wishes it and whatever the day.</summary>
    public async Task<Opening> OpenAsync(PlannedMandate planned, string actor, CancellationToken cancel = default)
    {
        if (offices.Find(planned.Mandate.Office) is not { } office || planned.OpeningId is not { } id
            || await library.PublishedAsync(office.DefinitionId, cancel) is not { } definition)
            return Opening.Refused(OpeningPlan.NotDrawn.Problem);
        return await conductor.OpenAsync(definition,
            new OpeningRequest(office.InputsFor(planned.Mandate, definition), actor) { ProcedureId = id }, cancel);
    }

    /// <summary>Plans one mandate at once, so that whoever has changed it sees what follows.</summary>
    public async Task PlanAsync(Mandate mandate, CancellationToken cancel = default)
    {
        if (offices.Find(mandate.Office) is not { } office) return;
        var definition = await library.PublishedAsync(office.DefinitionId, cancel);
        var moved = await MovedParts.KnownAsync(store, cancel);
        var published = definition is null ? [] : await PublishedAsync(cancel);
        await store.SavePlansAsync([Plan(mandate, office, definition, Basis(definition, moved), published, moved)], cancel);
    }

    private async Task<int> PlanAsync(CancellationToken cancel)
    {
        var done = 0;
        var moved = await MovedParts.KnownAsync(store, cancel);
        foreach (var office in offices.All)
        {
            var definition = await library.PublishedAsync(office.DefinitionId, cancel);
            var basis = Basis(definition, moved);
            var mandates = await store.UnplannedMandatesAsync(office.Code, basis, Handful, cancel);
            if (mandates.IsEmpty) continue;
            var published = definition is null ? [] : await PublishedAsync(cancel);
            await store.SavePlansAsync(
                [.. mandates.Select(m => Plan(m, office, definition, basis, published, moved))], cancel);
            done += mandates.Length;
        }
        return done;
    }

    /// <summary>What would become of the plans if the part-session had these days; nothing is changed.</summary>
    /// <remarks>Only mandates whose procedure is still to be opened, and whose term ends within three years of it.</remarks>
    public async Task<ImmutableArray<MovedPlan>> TryMoveAsync(PartSession session, CancellationToken cancel = default)
    {
        var known = await MovedParts.KnownAsync(store, cancel);
        ImmutableArray<PartSession> moved =
            [.. known.Where(p => (p.Year, p.Number) != (session.Year, session.Number)), session];
        var published = await PublishedAsync(cancel);
        var found = ImmutableArray.CreateBuilder<MovedPlan>();
        var filter = new MandateFilter { EndsAfter = session.Opens.AddYears(-3), EndsBefore = session.Opens.AddYears(3) };
        foreach (var row in await store.MandateRowsAsync(filter, cancel))
        {
            if (row is not { IsLatest: true, ProcedureId: null, Opening: { } before }
                || offices.Find(row.Mandate.Office) is not { } office
                || published.GetValueOrDefault(office.DefinitionId) is not { } definition) continue;
            var after = OpeningPlan.Of(
                row.Mandate, office, definition, engine, published.GetValueOrDefault, Moments.Now(clock), moved);
            if ((after.OpensOn, after.StartsBy) != (before.OpensOn, before.StartsBy))
                found.Add(new MovedPlan(row.Mandate, office, before, after));
        }
        return found.ToImmutable();
    }

    private string Basis(Definition? definition, ImmutableArray<PartSession> moved) =>
        $"{definition?.Hash ?? "none"} {institution} {MovedParts.Fingerprint(moved)}".TrimEnd();

    private PlannedMandate Plan(
        Mandate mandate, Office office, Definition? definition, string basis,
        Dictionary<string, Definition> published, ImmutableArray<PartSession> moved)
    {
        if (definition is null) return new PlannedMandate(mandate, basis, null, null, OpeningPlan.NotDrawn);
        var opening = OpeningPlan.Of(
            mandate, office, definition, engine, published.GetValueOrDefault, Moments.Now(clock), moved);
        var id = mandate.LastDay is null ? null : IdOf(mandate, office);
        return new PlannedMandate(mandate, basis, office.DefinitionId, id, opening);
    }

    private async Task<int> OpenDueAsync(CancellationToken cancel)
    {
        var settings = (await store.DocumentsAsync(SettingKind, cancel)).ToDictionary(d => d.Key, d => d.Value);
        var willing = offices.All.Select(office => office.Code)
            .Where(code => settings.TryGetValue(code, out var document) && IsByItself(document)).ToList();
        if (willing.Count == 0) return 0;
        var due = await store.DueMandatesAsync(willing, ParisTime.DayOf(Moments.Now(clock)), Handful, cancel);
        Exception? problem = null;
        foreach (var planned in due)
            try
            {
                await OpenOrNoteAsync(planned, cancel);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The others have their turn before it is told.
                problem ??= exception;
            }
        if (problem is not null) ExceptionDispatchInfo.Throw(problem);
        return due.Length;
    }

    private async Task OpenOrNoteAsync(PlannedMandate planned, CancellationToken cancel)
    {
        var opening = await OpenAsync(planned, Actor, cancel);
        // Another host may have been faster: then there is such a procedure, and that is all that is wanted.
        if (opening.Refusal is not { } refusal || await store.FindProcedureAsync(planned.OpeningId!, cancel) is not null)
            return;
        // Noted with the plan, so that it is shown and not tried again until the mandate or the definition changes.
        await store.SavePlansAsync([planned with { Opening = planned.Opening with { Problem = refusal } }], cancel);
    }

    // The seat and the beginning say which mandate: its end may be corrected without a second procedure.
    private static string IdOf(Mandate mandate, Office office)
    {
        var state = mandate.State.Length > 0 ? $"-{mandate.State}" : "";
        return $"{office.DefinitionId}{state}-after-{mandate.EnteredAs ?? mandate.Begins:yyyy-MM-dd}";
    }

    private async Task<Dictionary<string, Definition>> PublishedAsync(CancellationToken cancel)
    {
        var published = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await library.PublishedAsync(row.DefinitionId, cancel) is { } definition)
                published[row.DefinitionId] = definition;
        return published;
    }
}
