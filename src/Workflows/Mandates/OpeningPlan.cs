using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Mandates;

/// <summary>
/// When the procedure that follows a mandate must begin, as its definition's own first deadline says.
/// </summary>
/// <remarks>
/// The opening step is tried out in memory. The first last day that it sets is the latest start; the procedure is
/// opened so much earlier that every reminder of that task is still ahead.
/// </remarks>
/// <param name="OpensOn">The working day on which the procedure is opened; null when it cannot be told.</param>
/// <param name="StartsBy">After this day a start is late.</param>
/// <param name="Problem">Why it cannot be told, or empty.</param>
public sealed record OpeningPlan(DateOnly? OpensOn, DateOnly? StartsBy, Bilingual Problem)
{
    /// <summary>How long before the latest start a procedure is opened whose first task has no reminders.</summary>
    public const int LeastLead = 14;

    /// <summary>The day on which it was to be opened before something moved; null when nothing has.</summary>
    public DateOnly? WasToOpenOn { get; init; }

    /// <summary>The latest start before something moved; null when nothing has.</summary>
    public DateOnly? WasToStartBy { get; init; }

    public static readonly OpeningPlan NotDrawn = new(null, null, (
        "No procedure is drawn yet for this office: nothing will be opened.",
        "Aucune procédure n'est encore dessinée pour cette fonction : rien ne sera ouvert."));

    public static readonly OpeningPlan NoEnd = new(null, null, Bilingual.Empty);

    /// <summary>Plans the procedure that follows the mandate.</summary>
    /// <param name="published">Finds the definitions of child procedures.</param>
    /// <param name="now">UTC: the moment of the trial.</param>
    /// <param name="moved">Part-sessions that were moved after the calendar was read.</param>
    public static OpeningPlan Of(
        Mandate mandate, Office office, Definition definition, Engine engine, Func<string, Definition?> published,
        DateTimeOffset now, ImmutableArray<PartSession> moved = default)
    {
        if (mandate.LastDay is null) return NoEnd;
        var world = new World(engine, published, now);
        var opened = new Stimulus.Opened(office.InputsFor(mandate, definition))
        {
            MovedParts = moved.IsDefault ? [] : moved,
        };
        var procedure = world.Open("plan", definition, opened);
        if (procedure.Step == 0 || procedure.Status == ProcedureStatus.Faulted)
            return Impossible(procedure.Incidents.FirstOrDefault()?.Message ?? "");
        var first = world.Procedures.SelectMany(p => p.Waits)
            .Where(w => w is { Assignment.IsOptional: false, Timetable.LastDay: not null })
            .OrderBy(w => w.Timetable!.LastDay).FirstOrDefault();
        if (first?.Timetable is not { LastDay: { } startsBy } timetable)
            return Impossible("no task of its beginning has a deadline");
        var profile = ReminderProfile.Find(timetable.Profile) ?? ReminderProfile.None;
        var opensOn = startsBy.AddDays(-Math.Max(LeastLead, profile.Before.DefaultIfEmpty(0).Max() + 1));
        while (!engine.Institution.Calendar.IsWorkingDay(opensOn)) opensOn = opensOn.AddDays(-1);
        return new OpeningPlan(opensOn, startsBy, Bilingual.Empty);
    }

    private static OpeningPlan Impossible(string why) => new(null, null, (
        $"The procedure cannot be planned: {why}", $"La procédure ne peut être planifiée : {why}"));
}
