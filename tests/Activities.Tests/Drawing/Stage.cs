using Procedures.Activities;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Tests.Drawing;

/// <summary>A world in which one procedure is played, and what can be seen of it.</summary>
internal sealed class Stage
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public Stage(Plan plan, Stimulus.Opened? opening = null, Plan[]? others = null, int limit = 2_000)
    {
        var definitions = (others ?? []).ToDictionary(o => o.Id, o => o.Definition());
        var engine = new Engine(ElsaActivities.Catalog, Institution.Empty, limit);
        World = new World(engine, id => definitions.GetValueOrDefault(id), Begin);
        World.Open("p", plan.Definition(), opening ?? new Stimulus.Opened(Value.Map.Empty));
    }

    public World World { get; }
    public Procedure Procedure => World.Find("p");
    public ProcedureStatus Status => Procedure.Status;
    public string Lines => string.Join(' ', World.Lines);
    public IEnumerable<string> Waiting => Procedure.Waits.Select(w => w.ActivityId).Order();
    public IEnumerable<string> Incidents => Procedure.Incidents.Select(i => i.Message);

    public Stage Publish(params string[] events)
    {
        foreach (var name in events) World.Publish(name, null, Value.Of(name));
        return this;
    }

    public static Stage Play(Chart chart) => new(chart.Plan());
    public static Stage Play(System.Text.Json.Nodes.JsonObject root) => new(new Plan(root));

    public Value Variable(string name) =>
        Procedure.Activations.Where(a => a.Id == 0).Select(a => a.Variables[name]).Single();

    public bool Happened(string happening, string activity) =>
        World.Steps.SelectMany(s => s.Journal).Any(e => e.Event == happening && e.ActivityId == activity);
}
