using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;

namespace Procedures.Rehearsal;

/// <summary>One rehearsal while it goes on: whatever comes next happens, until nothing does.</summary>
internal sealed class RehearsalRun(
    Calendar calendar, World world, AnswerScript script, IEnumerable<DatedAct> acts,
    string mainId = RehearsalRun.MainId)
{
    public const string MainId = "1";
    public const int MostYears = 10;
    private const int MostMoves = 5_000;

    // Reminders of a task that nobody answers go on week after week; they alone keep nothing going.
    private static readonly TimeSpan MostSilence = TimeSpan.FromDays(400);

    // What happens during a part-session happens on its second day rather than when everybody leaves.
    private const int ShortWindow = 7;
    private readonly Queue<DatedAct> _acts = new(acts.OrderBy(a => a.At));
    private readonly TaskRecord _record = new();
    private readonly DateTimeOffset _startedAt = world.Now;
    private DateTimeOffset _lastAct = world.Now;
    private bool _wasCutOff;

    private Procedure Main => world.Find(mainId);

    public void ToTheEnd(DateTimeOffset limit)
    {
        for (var moves = 0; ; moves++)
        {
            _record.Read(world.Steps);
            var next = Next();
            _wasCutOff = next is not null && (moves >= MostMoves || next.IsAlone && next.At - _lastAct > MostSilence);
            if (next is null || _wasCutOff || next.At >= limit) return;
            world.Sleep(next.At);
            next.Happen();
            if (next.Rank > 0) _lastAct = world.Now;
        }
    }

    private Move? Next()
    {
        var moves = new List<Move>();
        if (_acts.TryPeek(out var act))
            moves.Add(new Move(act.At, act is DatedAct.Look ? 3 : 1, () => Do(_acts.Dequeue())));
        if (!Main.IsOver)
        {
            if (world.NextMoment is { } timer) moves.Add(new Move(timer, 0, () => world.WakeNext(timer)));
            foreach (var procedure in world.Procedures)
                foreach (var wait in procedure.Waits)
                    if (MomentOf(procedure, wait) is { } moment)
                        moves.Add(new Move(moment, 2, () => Answer(procedure, wait)));
        }
        var first = moves.OrderBy(m => m.At).ThenBy(m => m.Rank).FirstOrDefault();
        return first is null ? null : first with { IsAlone = moves.TrueForAll(m => m.Rank == 0) };
    }

    private void Do(DatedAct act)
    {
        switch (act)
        {
            case DatedAct.MoveAnchor move:
                world.Send(mainId, new Stimulus.AnchorMoved(move.Name, move.Value, move.Reason));
                break;
            case DatedAct.PublishEvent published:
                world.Publish(published.Name, null, published.Payload);
                break;
            case DatedAct.Discontinue discontinue:
                world.Send(mainId, new Stimulus.Cancelled(discontinue.Reason));
                break;
            case DatedAct.Intervene intervene:
                if (intervene.Choose(Main) is { } chosen) world.Send(mainId, new Stimulus.Intervened(chosen));
                break;
            case DatedAct.RecordLate record:
                RecordLate(record.Reason);
                break;
            case DatedAct.Look look:
                look.See(ToYear());
                break;
        }
    }

    private void RecordLate(string reason)
    {
        if (Main.Passed.LastOrDefault(p => p.Asked is not null) is not { Asked: { } asked } passed) return;
        var outcome = asked.Assignment!.Outcomes.FirstOrDefault()?.Name ?? "Done";
        var form = PlausibleForm.Fill(Main, asked, outcome, null, passed.LastDay);
        var answer = new Stimulus.TaskCompleted(passed.Wait, outcome, form)
        {
            Actor = asked.Assignment.Body, DecidedOn = passed.LastDay, Seed = asked.Assignment.NeedsSeed ? 42 : null,
        };
        world.Send(mainId, new Stimulus.Intervened(new Act.TakenInTime(answer, reason)));
    }

    /// <summary>When the wait is answered, or null when nobody will.</summary>
    private DateTimeOffset? MomentOf(Procedure procedure, Wait wait)
    {
        if (wait is not { Kind: WaitKind.Task, Assignment: { } assignment }) return null;
        if (procedure.IsOver || procedure.Interruption?.Pauses(wait) == true) return null;
        if (_record.WasRefused(procedure, wait)) return null;
        var scripted = script.Find(assignment.Step, _record.TimeOf(procedure, wait));
        var isAgain = _record.AnswersTo(procedure, wait) > 0;
        if (scripted is { IsSilent: true } || isAgain && scripted?.Time is null) return null;
        if (DayOf(wait, assignment, scripted) is not { } day) return null;
        var moment = ParisTime.At(day, new TimeOnly(10, 0));
        return moment < world.Now ? world.Now : moment;
    }

    private DateOnly? DayOf(Wait wait, Assignment assignment, ScriptedAnswer? scripted)
    {
        if (scripted?.On is { } day) return day;
        if (assignment.IsOptional) return null;
        var lastDay = wait.Timetable?.LastDay;
        if (scripted?.DaysLate is { } late) return lastDay?.AddDays(late);
        if (script.Pace == Pace.Never && scripted is null) return null;
        // "on V" leaves no choice, whatever day of the week it is.
        if (wait.Timetable is { LastDay: { } only } timetable
            && timetable.Rule.StartsWith("on ", StringComparison.Ordinal))
            return only;
        return PacedDay(wait.Timetable?.Opens, lastDay);
    }

    private DateOnly PacedDay(DateOnly? opens, DateOnly? lastDay)
    {
        var first = ParisTime.DayOf(world.Now);
        if (opens > first) first = opens.Value;
        if (script.Pace == Pace.Early || lastDay is null)
        {
            var early = first;
            while (!calendar.IsWorkingDay(early)) early = early.AddDays(1);
            return early <= lastDay || lastDay is null ? early : first;
        }
        var day = opens is { } open && lastDay.Value.DayNumber - open.DayNumber <= ShortWindow
            ? open.AddDays(1)
            : lastDay.Value;
        if (day > lastDay) day = lastDay.Value;
        while (day > first && !calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        return day < first ? first : day;
    }

    private void Answer(Procedure procedure, Wait wait)
    {
        var assignment = wait.Assignment!;
        var scripted = script.Find(assignment.Step, _record.TimeOf(procedure, wait));
        var outcome = scripted?.Outcome ?? assignment.Outcomes.FirstOrDefault()?.Name ?? "Done";
        var form = PlausibleForm.Fill(procedure, wait, outcome, scripted, ParisTime.DayOf(world.Now));
        var answer = new Stimulus.TaskCompleted(wait.Id, outcome, form)
        {
            Actor = assignment.Body, Seed = assignment.NeedsSeed ? 42 : null,
        };
        _record.Answering(procedure, wait, outcome, form);
        var step = world.Send(procedure.Id, answer);
        if (step.Refusal is { } refusal) _record.Refuse(procedure, wait, refusal);
    }

    public RehearsedYear ToYear() => new()
    {
        Procedure = Main, All = [.. world.Procedures], Tasks = _record.ToTasks(), Steps = [.. world.Steps],
        StartedAt = _startedAt, WasCutOff = _wasCutOff,
        EndedAt = world.Steps.Count > 0 ? world.Steps[^1].After.ChangedAt : world.Now,
    };

    /// <summary>What may happen next; of several at the same moment the lowest rank comes first.</summary>
    /// <param name="Rank">0 for a timer, 1 and 2 for acts and answers, 3 for a look in the evening.</param>
    private sealed record Move(DateTimeOffset At, int Rank, Action Happen)
    {
        /// <summary>Whether only timers are left: nobody will act any more.</summary>
        public bool IsAlone { get; init; }
    }
}
