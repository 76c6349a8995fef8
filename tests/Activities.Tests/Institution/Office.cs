using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Activities;
using Procedures.Activities.ControlFlow;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Rehearsal;

namespace Procedures.Tests.Steps;

/// <summary>One procedure in a world of its own, opened on Monday 2 March 2026 at 9 in the morning in Paris.</summary>
internal sealed class Office
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ActivityCatalog Catalog = new([new Sequence(), new Fork(), .. InstitutionActivities.All]);

    private static readonly Institution Organisation = new(
        new Calendar([new PartSession(2026, 3, new(2026, 6, 22), new(2026, 6, 26), PartStatus.Held)], []),
        Bodies.ByCode, new Dictionary<string, Bilingual> { ["EE"] = ("Estonia", "Estonie") });

    public Office(ActivityNode root, Value.Map? inputs = null, params string[] variables)
    {
        var definition = new Definition
        {
            Id = "d1", DefinitionId = "d", Version = 1, Name = "Test", Root = root, Document = default, Hash = "0",
            Variables = [.. variables.Select(v => new Variable(v, v, "Object", false, Value.Null))],
        };
        World = new World(new Engine(Catalog, Organisation), _ => null, Start);
        World.Open("p", definition, new Stimulus.Opened((inputs ?? Value.Map.Empty).With("State", Value.Of("EE"))));
    }

    public World World { get; }
    public Procedure Procedure => World.Find("p");
    public Wait Wait => Assert.Single(Procedure.Waits);
    public IEnumerable<Letter> Letters => World.Letters;
    public IEnumerable<JournalEntry> Journal => World.Steps.SelectMany(s => s.Journal);
    public JournalEntry Answered => Journal.Last(e => e.Event == JournalEvent.Answered);
    public string Incident => Assert.Single(Procedure.Incidents).Message;

    public Wait WaitOf(string activity) => Procedure.Waits.Single(w => w.ActivityId == activity);
    public Value Variable(string name) => Procedure.Activations[0].Variables[name];
    public Value Yield(string output, string activity = "a") => ((Value.Map)Procedure.Yields[activity])[output];
    public AnchorValue? Anchor(string name) => Procedure.Anchors.Find(name);

    public void GoTo(int year, int month, int day) =>
        World.AdvanceTo(new DateTimeOffset(year, month, day, 8, 0, 0, TimeSpan.Zero));

    public Step Answer(string outcome, params (string Name, Value Value)[] answer) =>
        Send(new(Wait.Id, outcome, Value.MapOf(answer)));
    public Step AnswerTo(string activity, string outcome, params (string Name, Value Value)[] answer) =>
        Send(new(WaitOf(activity).Id, outcome, Value.MapOf(answer)));
    public Step Send(Stimulus.TaskCompleted answer) => World.Send("p", answer with { Actor = "Ms Kask" });

    /// <summary>Why the answer was refused, in English; the answer changed nothing.</summary>
    public string Refused(string outcome, params (string Name, Value Value)[] answer)
    {
        var step = Answer(outcome, answer);
        Assert.True(step.IsIdle, "The answer was taken.");
        Assert.NotEqual(step.Refusal!.English, step.Refusal.French);
        return step.Refusal.English;
    }

    public static ActivityNode Node(string type, params (string Name, object Value)[] inputs) =>
        Named("a", type, inputs);

    /// <summary>
    /// An activity; texts that begin with a bracket are read as JSON, and a later input replaces an earlier one.
    /// </summary>
    public static ActivityNode Named(string id, string type, params (string Name, object Value)[] inputs) => new()
    {
        Id = id, NodeId = id, Type = "Procedures." + type, Place = "$",
        Inputs = inputs.Reverse().DistinctBy(i => i.Name).ToFrozenDictionary(
            i => char.ToLowerInvariant(i.Name[0]) + i.Name[1..], i =>
                InputBinding.OfLiteral(Of(i.Value), "$." + i.Name)),
    };

    private static Value Of(object value) => value switch
    {
        Value v => v,
        string text when text.StartsWith('[') || text.StartsWith("{\"", StringComparison.Ordinal) =>
            ValueJson.Parse(text),
        string text => Value.Of(text),
        int number => Value.Of(number),
        bool truth => Value.Of(truth),
        _ => throw new ArgumentException("No such literal.", nameof(value)),
    };

    public static ActivityNode InTurn(params ActivityNode[] nodes) => Holder("Elsa.Sequence", nodes);
    public static ActivityNode SideBySide(params ActivityNode[] nodes) => Holder("Elsa.Fork", nodes);

    private static ActivityNode Holder(string type, ActivityNode[] nodes) => new()
    {
        Id = type + nodes[0].Id, NodeId = type, Type = type, Place = "$", Children = [.. nodes],
    };
}
