using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What reaches a procedure and makes it take a step.</summary>
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(TaskCompleted), "task-completed")]
[JsonDerivedType(typeof(TimerDue), "timer-due")]
[JsonDerivedType(typeof(EventPublished), "event-published")]
[JsonDerivedType(typeof(TaskReported), "task-reported")]
[JsonDerivedType(typeof(ChildReported), "child-reported")]
[JsonDerivedType(typeof(AnchorMoved), "anchor-moved")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Retried), "retried")]
[JsonDerivedType(typeof(ActivityCancelled), "activity-cancelled")]
[JsonDerivedType(typeof(Migrated), "migrated")]
[JsonDerivedType(typeof(VariableSet), "variable-set")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(Intervened), "intervened")]
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>Who caused it: a person's or a body's name, or "system". Stands in the journal.</summary>
    public string Actor { get; init; } = ActorText.Program;

    /// <summary>Why somebody has done it, for letters; empty when it needs no reason.</summary>
    [JsonIgnore]
    public virtual Bilingual Why => Bilingual.Empty;

    /// <summary>The answer that it brings for a wait; null when it brings none.</summary>
    public TaskCompleted? AnswerFor(int wait) => this switch
    {
        TaskCompleted completed when completed.Wait == wait => completed,
        Intervened { Act: Act.TakenInTime { Answer: var late } } when late.Wait == wait => late,
        _ => null,
    };

    /// <summary>The procedure begins.</summary>
    public sealed record Opened(Value.Map Inputs) : Stimulus
    {
        public string? CorrelationId { get; init; }

        /// <summary>The trigger that started it: the flowchart starts there.</summary>
        public string? TriggerActivityId { get; init; }
        public Value TriggerPayload { get; init; } = Value.Undefined;
        public ParentLink? Parent { get; init; }

        /// <summary>
        /// Whether the definition is used as an activity: its inputs then bear the designer's names, and it may run
        /// beside others whatever its activation strategy says, because in Elsa it is a part of its parent.
        /// </summary>
        public bool AsActivity { get; init; }

        /// <summary>Part-sessions whose days are known to differ from the calendar's.</summary>
        public ImmutableArray<PartSession> MovedParts { get; init; } = [];
    }

    /// <summary>A person has answered a task.</summary>
    public sealed record TaskCompleted(int Wait, string Outcome, Value.Map Answer) : Stimulus
    {
        /// <summary>The day on which the act was really done, when it is recorded later.</summary>
        public DateOnly? DecidedOn { get; init; }

        /// <summary>The seed drawn by the host when the wait asked for one.</summary>
        public ulong? Seed { get; init; }
    }

    /// <summary>The report to a parent whose child cannot be opened, because its definition is not published.</summary>
    public static ChildReported Unpublished(int wait, Dispatch.OpenChild child) =>
        new(wait, child.ProcedureId, ProcedureStatus.Faulted, Value.Map.Empty)
        {
            Problem = $"No published definition with the id “{child.DefinitionId}” is found.",
            ProblemFr = $"Aucune définition publiée ne porte l'id « {child.DefinitionId} ».",
        };

    /// <summary>The report to a parent whose child may not run beside another procedure.</summary>
    public static ChildReported Occupied(int wait, Dispatch.OpenChild child) =>
        new(wait, child.ProcedureId, ProcedureStatus.Faulted, Value.Map.Empty)
        {
            Problem = $"The activation strategy of {child.DefinitionId} allows no further procedure while another runs.",
            ProblemFr = $"La stratégie d'activation de {child.DefinitionId} n'admet aucune autre procédure tant que l'une "
                + "est en cours.",
        };

    /// <summary>The moment at which a wait wanted to be looked at has come.</summary>
    public sealed record TimerDue(int Wait) : Stimulus;

    /// <summary>An event was published, here or elsewhere.</summary>
    /// <param name="CorrelationId">When given, only procedures with that correlation id take it.</param>
    public sealed record EventPublished(string Name, string? CorrelationId, Value Payload) : Stimulus;

    /// <summary>An outside program reports the result of a task.</summary>
    public sealed record TaskReported(string TaskId, Value Result) : Stimulus;

    /// <summary>A child procedure has ended, or has come to rest.</summary>
    public sealed record ChildReported(int Wait, string ChildId, ProcedureStatus Status, Value.Map Outputs) : Stimulus
    {
        /// <summary>How the child ended, when it has.</summary>
        public ImmutableArray<string> Outcomes { get; init; } = [];

        /// <summary>Why the child could not be opened at all; null when it was.</summary>
        public string? Problem { get; init; }

        /// <summary>The same in French; null when it was reported by a program that knew none.</summary>
        public string? ProblemFr { get; init; }
    }

    /// <summary>A date of reference is fixed anew by somebody entitled to.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record AnchorMoved(string Name, AnchorValue Value, string Reason) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);

        /// <summary>
        /// When it comes from the parent: every date that has moved there. The child takes those that it was given.
        /// </summary>
        public ImmutableSortedDictionary<string, AnchorValue> InParent { get; init; } =
            ImmutableSortedDictionary<string, AnchorValue>.Empty;
    }

    /// <summary>The procedure is discontinued.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record Cancelled(string Reason) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>An operator lets activities that have failed begin again.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    /// <param name="Activations">Which ones; none named means all that stand still after an incident.</param>
    public sealed record Retried(string Reason, ImmutableArray<int> Activations) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>An operator cancels activities; the flowchart goes on without them.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record ActivityCancelled(string Reason, ImmutableArray<int> Activations) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>An operator moves the procedure to another version of its definition.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record Migrated(Definition Target, string Reason) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>An operator gives a variable another value.</summary>
    /// <param name="Variable">Its id or its name.</param>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record VariableSet(string Variable, Value Value, string Reason) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>The procedure is taken off the lists; when it still runs, it is discontinued first. It is kept.</summary>
    /// <param name="Reason">In English, empty when it is given in French only.</param>
    public sealed record Removed(string Reason) : Stimulus
    {
        /// <summary>The reason in French; null when it is given in English only.</summary>
        public string? ReasonFr { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => ReasonText.Of(Reason, ReasonFr);
    }

    /// <summary>Somebody reports what may happen at any time.</summary>
    public sealed record Intervened(Act Act) : Stimulus
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override Bilingual Why => Act.Why;
    }
}
