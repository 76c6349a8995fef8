using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>One run of one activity within a procedure, and everything that the activity may ask for while it runs.</summary>
/// <remarks>Lives during one step; between steps it rests as an <see cref="ActivationState"/>.</remarks>
public sealed class Activation
{
    internal Activation(Burst burst, int id, ActivityNode node, ActivityType type, Activation? parent)
    {
        (Burst, Id, Node, Type, Parent) = (burst, id, node, type, parent);
    }

    internal Burst Burst { get; }

    /// <summary>Unique within the procedure, rising.</summary>
    public int Id { get; }
    public ActivityNode Node { get; }
    public ActivityType Type { get; }

    /// <summary>The activation that started this one; null for the procedure itself.</summary>
    public Activation? Parent { get; }
    public ActivationStatus Status { get; internal set; } = ActivationStatus.Running;

    /// <summary>What the activity type puts aside between steps.</summary>
    public Value.Map Memory { get; set; } = Value.Map.Empty;

    /// <summary>What it remembered when it began.</summary>
    internal Value.Map Given { get; init; } = Value.Map.Empty;

    /// <summary>The values of the variables that belong to this activation, by variable id.</summary>
    public Value.Map Variables { get; internal set; } = Value.Map.Empty;

    /// <summary>The moment of this step, UTC.</summary>
    public DateTimeOffset Now => Burst.Now;

    /// <summary>The day of this step in Strasbourg.</summary>
    public DateOnly Today => Burst.Today;

    /// <summary>The procedure as it was before this step.</summary>
    public Procedure Procedure => Burst.Before;
    public Definition Definition => Burst.Before.Definition;
    public Value.Map ProcedureInputs => Burst.Inputs;
    public Institution Institution => Burst.Institution;

    /// <summary>The answer that this step takes, or null when it was caused by something else.</summary>
    public Stimulus.TaskCompleted? Answer => Burst.Answering;

    /// <summary>The trigger that started the procedure in this very step, and what it brought; null otherwise.</summary>
    public string? TriggerActivityId => Burst.TriggerActivityId;
    public Value TriggerPayload => Burst.TriggerPayload;

    /// <summary>Who caused this step.</summary>
    public string Actor => Burst.Actor;

    /// <summary>The value that the definition gives for an input, or the declared default.</summary>
    /// <exception cref="ActivityFault">An expression failed, or a literal is not of the input's type.</exception>
    public Value Input(InputDeclaration declaration) => InputOf(Node, declaration);

    public string Text(InputDeclaration declaration) => Plain.Text(Input(declaration));

    /// <summary>An input of another node, evaluated where this activation stands (a join's mode, a loop's condition).</summary>
    public Value InputOf(ActivityNode node, InputDeclaration declaration) => InputEvaluation.Of(this, node, declaration);

    /// <summary>A binding that the activity type reads by itself, such as the condition of a switch's case.</summary>
    public Value Evaluate(InputBinding binding, string typeName = "Object") => InputEvaluation.Of(this, binding, typeName);

    /// <summary>Hands out an output: to the variable or workflow output that it is bound to, and to getOutputFrom.</summary>
    public void Yield(OutputDeclaration declaration, Value value) => Burst.Yield(this, declaration, value);

    /// <summary>The value of the nearest variable with that id or name, or undefined.</summary>
    public Value Variable(string idOrName) => VariableScope.Get(this, idOrName);

    /// <summary>Sets the nearest variable with that id or name; false when there is none.</summary>
    public bool SetVariable(string idOrName, Value value) => VariableScope.Set(this, idOrName, value);

    /// <summary>Gives this activation a variable of its own, visible to its children.</summary>
    public void DeclareVariable(string name, Value value) => Variables = Variables.With(name, value);

    /// <summary>Lets a child's turn come later in this step.</summary>
    /// <param name="variables">Variables of the child's own, by name.</param>
    /// <param name="memory">What the child's activation remembers from the start.</param>
    public void Schedule(ActivityNode child, Value.Map? variables = null, Value.Map? memory = null) =>
        Burst.Schedule(new Work(child, this, memory ?? Value.Map.Empty, variables ?? Value.Map.Empty));

    public void Complete(params ReadOnlySpan<string> outcomes) => Burst.Complete(this, Outcomes.Of(outcomes));
    public void Complete(Outcomes outcomes) => Burst.Complete(this, outcomes);

    /// <summary>Cancels a child, with all that runs or waits inside it.</summary>
    public void Cancel(Activation child) => Burst.Cancel(child);

    /// <summary>Ends the whole procedure as finished, whatever still runs or waits.</summary>
    public void FinishProcedure(Outcomes? outcomes = null) => Burst.Finish(this, outcomes ?? Outcomes.Done);

    public Wait Wait(WaitRequest request) => Burst.Waits.Open(this, request);

    /// <summary>Closes one wait of this activation without completing it.</summary>
    public void CloseWait(Wait wait) => Burst.Waits.Close(wait);
    public IEnumerable<Wait> OpenWaits => Burst.Waits.Of(this);

    /// <summary>Children that have started and not ended.</summary>
    public IEnumerable<Activation> Children => Burst.ChildrenOf(this);

    /// <summary>Whether a child, or anything below it, is at work, waiting or about to start.</summary>
    public bool HasPendingWork => Burst.HasPendingWork(this);

    /// <summary>Whether that activity is about to start as a child of this activation.</summary>
    public bool IsScheduled(ActivityNode child) => Burst.IsScheduled(this, child);

    /// <summary>The activities that are about to start as children of this activation.</summary>
    public IEnumerable<ActivityNode> ScheduledChildren => Burst.ScheduledChildren(this);

    public void WriteLine(string text) => Burst.Lines.Add(text);
    public void Send(Letter letter) => Burst.Send(letter with { ActivityId = Node.Id });
    public void Dispatch(Dispatch dispatch) => Burst.Dispatches.Add(dispatch);

    /// <summary>Writes into the journal.</summary>
    public void Note(string happening, Bilingual sentence, Value? data = null) =>
        Burst.Note(happening, this, sentence, data ?? Value.Undefined);

    /// <summary>False when it is known that no definition with that definition id is published.</summary>
    public bool IsPublished(string definitionId) => Burst.Publishes?.Invoke(definitionId) ?? true;

    /// <summary>The id for the next child procedure.</summary>
    public string NewChildId() => Burst.NewChildId();
    public void SetProcedureName(string name) => Burst.SetName(name);
    public string? CorrelationId { get => Burst.CorrelationId; set => Burst.CorrelationId = value; }
    public string? ProcedureName => Burst.Name;
    public void SetProcedureOutput(string name, Value value) => Burst.Outputs = Burst.Outputs.With(name, value);

    /// <summary>The dates of reference as they stand now.</summary>
    public AnchorBook Anchors => Burst.Anchors;

    /// <summary>Fixes or computes dates of reference anew; open deadlines that rest on them move.</summary>
    public void ChangeAnchors(Func<AnchorBook, AnchorBook> change) => Burst.ChangeAnchors(change, this);

    /// <summary>Fixes the day on which a step was completed: the anchor {step}.completed.</summary>
    public void FixCompletion(string step, DateOnly day) => Burst.FixStep($"{step}.completed", day, this);

    /// <summary>From now on it is too late for the step with that code: what is open of it expires at once.</summary>
    public void CutOff(string step) => Burst.Waits.CutOff(step);

    /// <summary>Interrupts the procedure: waits that are open now send no more reminders until it is resumed.</summary>
    public void Interrupt(Bilingual reason) => Burst.Interrupt(this, reason);
    public void Resume() => Burst.ResumeProcedure(this);
    public Interruption? Interruption => Burst.Interruption;

    public override string ToString() => $"{Node} #{Id}";
}
