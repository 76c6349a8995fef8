using System.Text.Json.Serialization;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Something that a step asks of other procedures. It is stored with the step and done after it.</summary>
[JsonDerivedType(typeof(OpenChild), "open-child")]
[JsonDerivedType(typeof(Deliver), "deliver")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(RunTask), "run-task")]
public abstract record Dispatch
{
    private Dispatch() { }

    /// <summary>Open a procedure of the published version of that definition.</summary>
    public sealed record OpenChild(string ProcedureId, string DefinitionId, Stimulus.Opened Opening) : Dispatch
    {
        /// <summary>The version to open, published or not any more; null: the published one.</summary>
        public string? VersionId { get; init; }
    }

    /// <summary>Hand a stimulus to one procedure.</summary>
    public sealed record Deliver(string ProcedureId, Stimulus Stimulus) : Dispatch;

    /// <summary>Hand an event to every procedure that waits for it and start those that it triggers.</summary>
    public sealed record Publish(string EventName, string? CorrelationId, Value Payload) : Dispatch;

    /// <summary>
    /// What a stored message asks for and this program cannot read: a newer one may have left it. It is never stored.
    /// </summary>
    /// <param name="Problem">Why not, for an operator.</param>
    public sealed record Unreadable(string Problem) : Dispatch;

    /// <summary>Ask an outside program to do a task and to report its result by the task's id.</summary>
    public sealed record RunTask(string TaskId, string TaskName, Value Payload) : Dispatch;
}
