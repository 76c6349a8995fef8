using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Procedures in memory under a clock that is moved by hand: rehearsals, replays and tests run here.</summary>
/// <remarks>The same engine as in production; only storage, mail and the clock are missing.</remarks>
public sealed class World
{
    private readonly Dictionary<string, Procedure> _procedures = [];
    private readonly List<string> _order = [];
    private readonly Queue<Dispatch> _pending = new();
    private readonly Func<string, Definition?> _published;
    private readonly Engine _engine;
    private int _stepsAtOnce;

    /// <summary>How many stimuli may follow from one another without the clock moving.</summary>
    public const int MostStepsAtOnce = 50_000;

    /// <param name="published">Finds the published definition with a definition id, for child procedures.</param>
    /// <param name="now">The moment at which the world begins.</param>
    public World(Engine engine, Func<string, Definition?> published, DateTimeOffset now) =>
        (_engine, _published, Now) = (engine, published, now);

    public DateTimeOffset Now { get; private set; }

    /// <summary>
    /// Whether procedures set one another going without end, so that what was still to follow has been dropped.
    /// </summary>
    public bool IsOverrun { get; private set; }

    /// <summary>Every step taken, in order.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>Procedures in the order in which they were opened.</summary>
    public IEnumerable<Procedure> Procedures => _order.Select(id => _procedures[id]);

    /// <summary>What WriteLine activities wrote, in order.</summary>
    public IEnumerable<string> Lines => Steps.SelectMany(s => s.Lines);
    public IEnumerable<Letter> Letters => Steps.SelectMany(s => s.Letters);

    public Procedure Find(string id) => _procedures[id];

    public Procedure Open(string id, Definition definition, Stimulus.Opened opening)
    {
        _procedures.Add(id, Procedure.Draft(id, definition));
        _order.Add(id);
        Take(id, opening);
        Settle();
        return _procedures[id];
    }

    /// <summary>Takes in a procedure that is under way, as if one step had brought it where it stands.</summary>
    public void Adopt(Procedure procedure)
    {
        _procedures.Add(procedure.Id, procedure);
        _order.Add(procedure.Id);
        Steps.Add(new Step(Procedure.Draft(procedure.Id, procedure.Definition), procedure));
    }

    /// <summary>Hands a stimulus to a procedure and lets everything that follows from it happen.</summary>
    public Step Send(string id, Stimulus stimulus)
    {
        var step = Take(id, stimulus);
        Settle();
        return step;
    }

    public void Publish(string eventName, string? correlationId, Value payload)
    {
        _pending.Enqueue(new Dispatch.Publish(eventName, correlationId, payload));
        Settle();
    }

    /// <summary>The next moment at which a wait wants to be looked at, or null.</summary>
    public DateTimeOffset? NextMoment =>
        _procedures.Values.Where(p => !p.IsOver).SelectMany(p => p.Waits).Min(w => w.WakeAt);

    /// <summary>Moves the clock, doing everything that falls due on the way at its own moment.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (WakeNext(moment)) { }
        if (moment > Now) Now = moment;
    }

    /// <summary>
    /// Moves the clock to the next moment at which a wait wants to be looked at, and looks at that one wait.
    /// </summary>
    /// <returns>False, and nothing has happened, when there is no such moment up to the limit.</returns>
    public bool WakeNext(DateTimeOffset limit)
    {
        if (NextMoment is not { } next || next > limit) return false;
        if (next > Now) Now = next;
        WakeOne();
        return true;
    }

    /// <summary>Moves the clock without doing anything, as a host that was down would.</summary>
    public void Sleep(DateTimeOffset until) => Now = until > Now ? until : Now;

    private void WakeOne()
    {
        var (id, wait) = _order.SelectMany(o => _procedures[o].Waits.Select(w => (Id: o, Wait: w)))
            .Where(x => x.Wait.WakeAt <= Now && !_procedures[x.Id].IsOver)
            .OrderBy(x => x.Wait.WakeAt).ThenBy(x => x.Wait.Id).First();
        if (Send(id, new Stimulus.TimerDue(wait.Id)).IsIdle)
            throw new InvalidOperationException($"The wait {wait.Id} of {id} is due and nothing comes of it.");
    }

    private Step Take(string id, Stimulus stimulus)
    {
        _stepsAtOnce++;
        var step = _engine.Advance(_procedures[id], stimulus, Now);
        if (step.IsIdle) return step;
        _procedures[id] = step.After;
        Steps.Add(step);
        foreach (var dispatch in step.Dispatches) _pending.Enqueue(dispatch);
        return step;
    }

    private void Settle()
    {
        while (_pending.TryDequeue(out var dispatch))
        {
            Do(dispatch);
            if (_stepsAtOnce <= MostStepsAtOnce) continue;
            IsOverrun = true;
            _pending.Clear();
        }
        _stepsAtOnce = 0;
    }

    private void Do(Dispatch dispatch)
    {
        switch (dispatch)
        {
            case Dispatch.Deliver deliver:
                if (_procedures.ContainsKey(deliver.ProcedureId)) Take(deliver.ProcedureId, deliver.Stimulus);
                break;
            case Dispatch.OpenChild child:
                OpenChild(child);
                break;
            case Dispatch.Publish publish:
                var stimulus = new Stimulus.EventPublished(publish.EventName, publish.CorrelationId, publish.Payload);
                foreach (var id in _order.ToArray())
                    if (!_procedures[id].IsOver)
                        Take(id, stimulus);
                break;
        }
    }

    private void OpenChild(Dispatch.OpenChild child)
    {
        if (_published(child.DefinitionId) is { } definition)
        {
            _procedures.Add(child.ProcedureId, Procedure.Draft(child.ProcedureId, definition));
            _order.Add(child.ProcedureId);
            Take(child.ProcedureId, child.Opening);
        }
        else if (child.Opening.Parent is { Wait: { } wait } parent)
        {
            Take(parent.ProcedureId,
                Stimulus.Unpublished(wait, child));
        }
    }
}
