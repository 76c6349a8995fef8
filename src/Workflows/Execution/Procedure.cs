using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>A running case: everything that is known about it between two steps.</summary>
/// <remarks>Immutable. <see cref="Engine.Advance"/> is the only code that makes the next one.</remarks>
public sealed record Procedure
{
    public required string Id { get; init; }

    /// <summary>The exact definition that the procedure runs, whatever has been published since.</summary>
    public required Definition Definition { get; init; }

    /// <summary>How many steps have been committed. The first step makes it 1.</summary>
    public int Step { get; init; }
    public ProcedureStatus Status { get; init; } = ProcedureStatus.Suspended;
    public Bilingual Title { get; init; } = Bilingual.Empty;

    /// <summary>The name that a SetName activity gave, or null.</summary>
    public string? Name { get; init; }
    public string? CorrelationId { get; init; }
    public ParentLink? Parent { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>UTC moment of the last step.</summary>
    public DateTimeOffset ChangedAt { get; init; }
    public Value.Map Inputs { get; init; } = Value.Map.Empty;
    public Value.Map Outputs { get; init; } = Value.Map.Empty;

    /// <summary>What activities have yielded, by activity id and output name, for getOutputFrom.</summary>
    public Value.Map Yields { get; init; } = Value.Map.Empty;
    public Value LastResult { get; init; } = Value.Undefined;
    public ImmutableArray<string> Outcomes { get; init; } = [];
    public ImmutableArray<ActivationState> Activations { get; init; } = [];
    public ImmutableArray<Wait> Waits { get; init; } = [];
    public AnchorBook Anchors { get; init; } = AnchorBook.Empty;
    public ImmutableArray<Incident> Incidents { get; init; } = [];
    public Interruption? Interruption { get; init; }

    /// <summary>Part-sessions whose days differ from the calendar's, because an act has moved them.</summary>
    public ImmutableArray<PartSession> MovedParts { get; init; } = [];

    /// <summary>1, and one more each time that the procedure begins anew.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Steps that were left because their last day had passed, the oldest first.</summary>
    public ImmutableArray<PassedDeadline> Passed { get; init; } = [];
    public int NextActivation { get; init; } = 1;
    public int NextWait { get; init; } = 1;
    public int NextChild { get; init; } = 1;

    /// <summary>What it would go on with, when an incident has ended it; its activations are kept then.</summary>
    public Standstill? Standstill { get; init; }

    /// <summary>The UTC moment at which it was taken off the lists; null while it stands on them.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>How many journal entries there are, and the hash of the last one.</summary>
    public long JournalLength { get; init; }
    public string JournalHead { get; init; } = "";

    public bool IsOver => Status is ProcedureStatus.Finished or ProcedureStatus.Cancelled or ProcedureStatus.Faulted;

    /// <summary>Whether the activity of that incident stands still and can begin again.</summary>
    public bool CanRetry(Incident incident) => Retries.Refuse(this, incident) is null;

    /// <summary>Why the activity of that incident cannot begin again; null when it can.</summary>
    public Bilingual? WhyNoRetry(Incident incident) => Retries.Refuse(this, incident);

    /// <summary>Whether an incident has ended it, so that it can only begin anew as a whole.</summary>
    public bool CanBeginAnew => Rounds.CanRevive(this);
    public Wait? FindWait(int id) => Waits.FirstOrDefault(w => w.Id == id);

    /// <summary>A procedure that has not taken its first step.</summary>
    public static Procedure Draft(string id, Definition definition) => new() { Id = id, Definition = definition };
}
