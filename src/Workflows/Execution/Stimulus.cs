using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Procedures.Deadlines;
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
[JsonDerivedType(typeof(Intervened), "intervened")]
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>Who caused it: a person's or a body's name, or "system". Stands in the journal.</summary>
    public string Actor { get; init; } = "system";

    /// <summary>The procedure begins.</summary>
    public sealed record Opened(Value.Map Inputs) : Stimulus
    {
        public string? CorrelationId { get; init; }

        /// <summary>The trigger that started it: the flowchart starts there.</summary>
        public string? TriggerActivityId { get; init; }
        public Value TriggerPayload { get; init; } = Value.Undefined;
        public ParentLink? Parent { get; init; }

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
        /// <summary>Why the child could not be opened at all; null when it was.</summary>
        public string? Problem { get; init; }
    }

    /// <summary>A date of reference is fixed anew by somebody entitled to.</summary>
    public sealed record AnchorMoved(string Name, AnchorValue Value, string Reason) : Stimulus;

    /// <summary>The procedure is discontinued.</summary>
    public sealed record Cancelled(string Reason) : Stimulus;

    /// <summary>Somebody reports what may happen at any time.</summary>
    public sealed record Intervened(Act Act) : Stimulus;
}
