using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>A procedure taken from step to step by hand.</summary>
internal sealed class Walk
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly Engine _engine;

    public Walk(Definition definition, Engine? engine = null)
    {
        _engine = engine ?? TinyTypes.Engine;
        Procedure = Procedure.Draft("p", definition);
        Now = Noon;
        Take(new Stimulus.Opened(Value.Map.Empty));
    }

    public Procedure Procedure { get; private set; }
    public DateTimeOffset Now { get; private set; }
    public List<Step> Steps { get; } = [];
    public IEnumerable<string> Lines => Steps.SelectMany(s => s.Lines);

    public Step Take(Stimulus stimulus)
    {
        var step = _engine.Advance(Procedure, stimulus, Now);
        Steps.Add(step);
        Procedure = step.After;
        return step;
    }

    public Walk After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Step Answer(string outcome) =>
        Take(new Stimulus.TaskCompleted(Procedure.Waits.First(w => w.Kind == WaitKind.Task).Id, outcome,
            Value.Map.Empty));
}
