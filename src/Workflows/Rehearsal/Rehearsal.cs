using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Carries a procedure through from its first day to its last, under virtual time, without anybody.</summary>
/// <remarks>The engine is the one that runs real procedures; only the answers and the clock are made up.</remarks>
/// <param name="published">Finds the definitions of child procedures.</param>
public sealed class Rehearsal(Engine engine, Func<string, Definition?> published)
{
    /// <summary>How many days before its first deadline a procedure is opened when nobody says when.</summary>
    public const int DaysBeforeFirstDeadline = 14;

    /// <summary>Carries the procedure through.</summary>
    /// <param name="start">The day on which it is opened.</param>
    /// <param name="moved">Part-sessions that were moved after the calendar was read.</param>
    /// <param name="until">The last day; null when the procedure decides.</param>
    /// <returns>
    /// What happened. The procedure may be over, wait for something that nobody answers, or go round for ever.
    /// </returns>
    public RehearsedYear Run(
        Definition definition, Value.Map inputs, AnswerScript script, DateOnly start,
        IEnumerable<DatedAct>? acts = null, DateOnly? until = null, ImmutableArray<PartSession> moved = default)
    {
        var world = new World(engine, published, ParisTime.At(start, new TimeOnly(9, 0)));
        var run = new RehearsalRun(engine.Institution.Calendar, world, script, acts ?? []);
        world.Open(RehearsalRun.MainId, definition, new Stimulus.Opened(inputs)
            { MovedParts = moved.IsDefault ? [] : moved });
        run.ToTheEnd(until is { } day ? ParisTime.StartOf(day.AddDays(1)) : world.Now.AddYears(RehearsalRun.MostYears));
        return run.ToYear();
    }

    /// <summary>Carries a procedure that is under way through to its end, from where it stands.</summary>
    /// <param name="children">Its open child procedures, and theirs.</param>
    /// <param name="now">The moment from which on the answers are made up.</param>
    /// <returns>What would happen. The tasks that are open now come first.</returns>
    public RehearsedYear Continue(
        Procedure procedure, IEnumerable<Procedure> children, AnswerScript script, DateTimeOffset now)
    {
        var world = new World(engine, published, now);
        world.Adopt(procedure);
        foreach (var child in children) world.Adopt(child);
        var run = new RehearsalRun(engine.Institution.Calendar, world, script, [], procedure.Id);
        run.ToTheEnd(now.AddYears(RehearsalRun.MostYears));
        return run.ToYear();
    }

    /// <summary>A day on which the procedure may be opened so that its first step can be done in time.</summary>
    /// <param name="otherwise">The answer when no task of the beginning has a deadline.</param>
    public DateOnly StartInTime(Definition definition, Value.Map inputs, DateOnly otherwise)
    {
        var world = new World(engine, published, ParisTime.At(otherwise, new TimeOnly(9, 0)));
        world.Open(RehearsalRun.MainId, definition, new Stimulus.Opened(inputs));
        var first = world.Procedures.SelectMany(p => p.Waits)
            .Where(w => w.Assignment is { IsOptional: false }).Min(w => w.Timetable?.LastDay);
        if (first is not { } day) return otherwise;
        day = day.AddDays(-DaysBeforeFirstDeadline);
        while (!engine.Institution.Calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }
}
