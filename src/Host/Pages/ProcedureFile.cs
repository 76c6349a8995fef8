using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Rehearsal;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>All that the page of a procedure shows.</summary>
public sealed record ProcedureFile
{
    public required ProcedureRow Row { get; init; }
    public required Procedure Procedure { get; init; }

    /// <summary>Open and closed tasks in the order of their opening.</summary>
    public required ImmutableArray<TaskRow> Tasks { get; init; }
    public required Page<StoredLetter> Letters { get; init; }

    /// <summary>The newest entry first.</summary>
    public required Page<JournalEntry> Journal { get; init; }
    public required ImmutableArray<ProcedureRow> Children { get; init; }

    /// <summary>What may be reported in the parts of this procedure that are under way, parts of parts included.</summary>
    public ImmutableArray<(ProcedureRow Part, TaskRow Task)> Within { get; init; } = [];

    /// <summary>What lies ahead; null when the procedure is over or cannot be foreseen.</summary>
    public RehearsedYear? Ahead { get; init; }

    public IEnumerable<TaskRow> Asked => Tasks.Where(t => t is { ClosedAt: null, IsOptional: false })
        .OrderBy(t => t.LastDay ?? DateOnly.MaxValue);
    public IEnumerable<TaskRow> Reportable => Tasks.Where(t => t is { ClosedAt: null, IsOptional: true });
    public IEnumerable<TaskRow> Answered => Tasks.Where(t => t is { ClosedAt: not null, Outcome: not null });

    /// <summary>The published version of its definition, when it says something else; null otherwise.</summary>
    public DefinitionRow? OtherVersion { get; init; }

    /// <summary>Whether letters go to candidates, whose addresses the file keeps.</summary>
    public bool HasCandidates => Procedure.Definition.Variables.Any(v => v.Name == "Candidates")
        || Letters.Items.Any(l => l.Body == Runtime.CandidateAddresses.Body);

    /// <summary>The wait of an open task, with all that lists leave out.</summary>
    public Wait? WaitOf(TaskRow task) => Procedure.FindWait(task.Wait);

    /// <summary>The day on which the sitting judge's term ended, while the procedure goes on (Convention, Article 23
    /// § 3).</summary>
    public DateOnly? HoldsOverSince(DateOnly today) =>
        !Procedure.IsOver && Procedure.Definition.Variables.Any(v => v.Name == "HoldingOver")
        && Procedure.Anchors.Find("TE") is AnchorValue.Day { Date: var end } && end < today ? end : null;
}
