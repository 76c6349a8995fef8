using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// Something that happens at any time, whatever the definition draws: somebody reports it with the reason.
/// </summary>
/// <remarks>
/// A date of reference that moves and the end of a procedure have stimuli of their own; a withdrawal is a branch that a
/// definition draws.
/// </remarks>
/// <param name="Reason">
/// In English, empty when it is given in French only. For the journal and for letters, so nothing confidential.
/// </param>
[JsonDerivedType(typeof(PartMoved), "part-moved")]
[JsonDerivedType(typeof(Postponed), "postponed")]
[JsonDerivedType(typeof(DocumentCorrected), "document-corrected")]
[JsonDerivedType(typeof(DayCorrected), "day-corrected")]
[JsonDerivedType(typeof(Reassigned), "reassigned")]
[JsonDerivedType(typeof(Interrupted), "interrupted")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Restarted), "restarted")]
[JsonDerivedType(typeof(TakenInTime), "taken-in-time")]
public abstract record Act(string Reason)
{
    /// <summary>The reason in French; null when it is given in English only.</summary>
    public string? ReasonFr { get; init; }

    /// <summary>The reason as readers of each language see it.</summary>
    [JsonIgnore]
    public Bilingual Why => ReasonText.Of(Reason, ReasonFr);

    /// <summary>A part-session has other days than the calendar says; what counts from it follows.</summary>
    public sealed record PartMoved(PartSession Session, string Reason) : Act(Reason);

    /// <summary>A consultation, a meeting or another open step gets another last day.</summary>
    public sealed record Postponed(int Wait, DateOnly LastDay, string Reason) : Act(Reason);

    /// <summary>A document of the file is replaced by a corrected one.</summary>
    public sealed record DocumentCorrected(string Document, string Reason) : Act(Reason)
    {
        /// <summary>Bodies that are told besides those that are asked for something now.</summary>
        public ImmutableArray<string> AlsoTo { get; init; } = [];
    }

    /// <summary>
    /// A step was really taken on another day than the one recorded; open deadlines that count from it follow.
    /// </summary>
    /// <param name="Anchor">The day of the step: P1.04.completed.</param>
    public sealed record DayCorrected(string Anchor, DateOnly Day, string Reason) : Act(Reason);

    /// <summary>Another body does an open step.</summary>
    public sealed record Reassigned(int Wait, string Body, string Reason) : Act(Reason);

    /// <summary>The procedure rests; no reminder goes out.</summary>
    public sealed record Interrupted(string Reason) : Act(Reason);

    /// <summary>The procedure goes on.</summary>
    public sealed record Resumed(string Reason) : Act(Reason);

    /// <summary>The procedure begins anew as another round of the same file, which keeps its history.</summary>
    public sealed record Restarted(Value.Map Inputs, string Reason) : Act(Reason);

    /// <summary>
    /// A step was done in time, but recorded only after the procedure had left it because its last day had passed: what
    /// followed from that is taken back, and the procedure goes on with what was really done.
    /// </summary>
    /// <param name="Answer">For the wait that was closed, with the day on which it was done.</param>
    public sealed record TakenInTime(Stimulus.TaskCompleted Answer, string Reason) : Act(Reason);
}
