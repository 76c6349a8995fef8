using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>One step in the making: the state taken apart, changed, and put together again.</summary>
/// <remarks>The only mutable part of the engine. It lives for one call of <see cref="Engine.Advance"/>.</remarks>
internal sealed partial class Burst
{
    private readonly List<Activation> _activations = [];
    private readonly Queue<Work> _queue = new();
    private readonly ActivityCatalog _catalog;
    private int _nextActivation;
    private int _nextChild;
    private int _started;

    public Burst(Engine engine, Procedure before, Stimulus stimulus, DateTimeOffset now)
    {
        (Before, Now, Actor, Why) = (before, now.ToUniversalTime(), stimulus.Actor, stimulus.Why);
        (_catalog, Institution, ActivationLimit) = (engine.Catalog, engine.Institution, engine.ActivationLimit);
        Publishes = engine.Publishes;
        Today = ParisTime.DayOf(Now);
        (_nextActivation, _nextChild) = (before.NextActivation, before.NextChild);
        (Inputs, Outputs, Yields, LastResult) = (before.Inputs, before.Outputs, before.Yields, before.LastResult);
        (Name, Title, CorrelationId, Parent) = (before.Name, before.Title, before.CorrelationId, before.Parent);
        (Anchors, Interruption, Status) = (before.Anchors, before.Interruption, before.Status);
        (Round, Passed, Standstill) = (before.Round, before.Passed, before.Standstill);
        Know(before.MovedParts);
        Waits = new OpenWaits(this, before);
        Log = new JournalWriter(before, Now, Actor);
        Revive(before.Definition, before.Activations);
    }

    public Procedure Before { get; }
    public DateTimeOffset Now { get; }
    public DateOnly Today { get; }
    public string Actor { get; }

    /// <summary>The reason that whoever caused the step has given; letters about what moves or falls away tell it.</summary>
    public Bilingual Why { get; }
    public Institution Institution { get; private set; }
    public int ActivationLimit { get; }
    public Func<string, bool>? Publishes { get; }
    public OpenWaits Waits { get; }
    public JournalWriter Log { get; }
    public Value.Map Inputs { get; set; }
    public Value.Map Outputs { get; set; }
    public Value.Map Yields { get; private set; }
    public Value LastResult { get; set; }
    public string? Name { get; private set; }
    public Bilingual Title { get; set; }
    public string? CorrelationId { get; set; }
    public ParentLink? Parent { get; set; }
    public AnchorBook Anchors { get; private set; }
    public Interruption? Interruption { get; private set; }
    public ProcedureStatus Status { get; private set; }
    public Outcomes Outcomes { get; private set; } = Outcomes.None;
    public List<Letter> Letters { get; } = [];
    public List<Dispatch> Dispatches { get; } = [];
    public List<string> Lines { get; } = [];
    public List<Incident> Incidents { get; } = [];
    public HashSet<int> Retried { get; } = [];
    public HashSet<int> GivenUp { get; } = [];
    public bool IsRemoved { get; set; }
    public string? TriggerActivityId { get; set; }
    public bool IsOver => Status is ProcedureStatus.Finished or ProcedureStatus.Cancelled or ProcedureStatus.Faulted;

    private void Revive(Definition definition, ImmutableArray<ActivationState> activations)
    {
        var alive = new Dictionary<int, Activation>(activations.Length);
        foreach (var state in activations)
        {
            var node = state.Id == WorkflowActivity.ActivationId
                ? WorkflowActivity.NodeOf(definition)
                : definition.Find(state.ActivityId)
                  ?? throw new InvalidOperationException($"The definition has no activity {state.ActivityId}.");
            var parent = state.Id == WorkflowActivity.ActivationId ? null : alive.GetValueOrDefault(state.Parent);
            var activation = new Activation(this, state.Id, node, TypeOf(node), parent)
            {
                Status = state.Status, Memory = state.Memory, Given = state.Given, Variables = state.Variables,
            };
            alive.Add(state.Id, activation);
            _activations.Add(activation);
        }
    }

    public IEnumerable<Activation> Activations => _activations;
    public Activation? Find(int activationId) => _activations.Find(a => a.Id == activationId);

    private ActivityType TypeOf(ActivityNode node) =>
        node.Type == WorkflowActivity.TypeName ? WorkflowActivity.Type
        : _catalog.Find(node) ?? BrokenType.Instance;

    public void Begin()
    {
        var workflow = WorkflowActivity.NodeOf(Before.Definition);
        var variables = VariableScope.Initial(Before.Definition.Variables);
        var activation = new Activation(this, WorkflowActivity.ActivationId, workflow, WorkflowActivity.Type, null)
        {
            Variables = variables,
        };
        _activations.Add(activation);
        activation.Type.Start(activation);
    }

    public void Schedule(Work work) => _queue.Enqueue(work);

    /// <summary>Lets every activity have its turn until all rests.</summary>
    public void RunToRest()
    {
        while (!IsOver && !_hasFailed && _queue.TryDequeue(out var work)) Start(work);
        if (!IsOver && _hasFailed) StopAtIncident();
        if (!IsOver) Waits.AskAnew();
    }

    private void Start(Work work)
    {
        var activation = new Activation(this, _nextActivation++, work.Node, TypeOf(work.Node), work.Owner)
        {
            Memory = work.Memory, Given = work.Memory,
            Variables = Merge(VariableScope.Initial(work.Node.Variables), work.Variables),
        };
        _activations.Add(activation);
        Guard(activation, () =>
        {
            if (++_started > ActivationLimit)
                throw new ActivityFault((
                $"More than {ActivationLimit} activities ran without waiting: an endless loop.",
                $"Plus de {ActivationLimit} activités ont couru sans attendre : une boucle sans fin."));
            Log.Write(JournalEvent.Started, activation);
            activation.Type.Start(activation);
            if (activation.Status == ActivationStatus.Running && Waits.Of(activation).Any())
                Log.Write(JournalEvent.Suspended, activation);
        });
    }

    private static Value.Map Merge(Value.Map first, Value.Map second) =>
        second.Members.Aggregate(first, (map, member) => map.With(member.Key, member.Value));

    /// <summary>Resumes the activation that the wait belongs to.</summary>
    public void Resume(Wait wait, Value payload)
    {
        var activation = Find(wait.Activation);
        if (activation is null) return;
        Log.Write(JournalEvent.Resumed, activation);
        Guard(activation, () => activation.Type.Resumed(activation, wait, payload));
    }

    public void Expire(Wait wait)
    {
        if (Find(wait.Activation) is not { } activation) return;
        Guard(activation, () => activation.Type.Expired(activation, wait));
        if (Waits.Find(wait.Id) is null && activation.Status == ActivationStatus.Completed
            && wait is { Assignment: not null, Timetable.LastDay: { } lastDay })
            Passed = Passed.Add(LateRecords.Of(Before, wait, lastDay, Now));
    }

    public void Complete(Activation activation, Outcomes outcomes)
    {
        if (activation.Status != ActivationStatus.Running) return;
        CancelBelow(activation);
        Waits.CloseAll(activation);
        activation.Status = ActivationStatus.Completed;
        _activations.Remove(activation);
        Log.Write(JournalEvent.Completed, activation, outcomes);
        if (activation.Parent is { Status: ActivationStatus.Running } parent && !IsOver)
            Guard(parent, () => parent.Type.ChildCompleted(parent, activation, outcomes));
    }

    public void Cancel(Activation activation)
    {
        if (activation.Status != ActivationStatus.Running) return;
        CancelQuietly(activation);
        if (activation.Parent is { Status: ActivationStatus.Running } parent && !IsOver)
            Guard(parent, () => parent.Type.ChildCancelled(parent, activation));
    }

    private void CancelQuietly(Activation activation)
    {
        CancelBelow(activation);
        Waits.CloseAll(activation);
        if (activation.Status == ActivationStatus.Running)
        {
            activation.Status = ActivationStatus.Cancelled;
            Log.Write(JournalEvent.Cancelled, activation);
        }
        _activations.Remove(activation);
    }

    private void CancelBelow(Activation activation)
    {
        foreach (var child in ChildrenOf(activation).ToArray()) CancelQuietly(child);
        if (_queue.Any(w => w.Owner == activation))
        {
            var rest = _queue.Where(w => w.Owner != activation).ToArray();
            _queue.Clear();
            foreach (var work in rest) _queue.Enqueue(work);
        }
    }

    public IEnumerable<Activation> ChildrenOf(Activation activation) => _activations.Where(a => a.Parent == activation);

    public bool IsScheduled(Activation owner, ActivityNode node) => _queue.Any(w => w.Owner == owner && w.Node == node);

    public IEnumerable<ActivityNode> ScheduledChildren(Activation owner) =>
        _queue.Where(w => w.Owner == owner).Select(w => w.Node);

    public bool HasPendingWork(Activation activation) =>
        ChildrenOf(activation).Any(c => c.Status == ActivationStatus.Running)
        || _queue.Any(w => IsWithin(w.Owner, activation));

    private static bool IsWithin(Activation? candidate, Activation ancestor)
    {
        for (var a = candidate; a is not null; a = a.Parent)
            if (a == ancestor) return true;
        return false;
    }
}
