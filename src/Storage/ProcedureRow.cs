using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>What lists show of a procedure. Moments are UTC.</summary>
public sealed record ProcedureRow
{
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }
    public required int DefinitionVersion { get; init; }

    /// <summary>The id of the version, which Elsa calls the definition version id.</summary>
    public required string DefinitionVersionId { get; init; }
    public required string DefinitionHash { get; init; }
    public required int Step { get; init; }
    public required ProcedureStatus Status { get; init; }
    public required Bilingual Title { get; init; }
    public string? Name { get; init; }
    public string? CorrelationId { get; init; }
    public string? ParentId { get; init; }

    /// <summary>The state party's code, from the input State.</summary>
    public string? State { get; init; }

    /// <summary>The stage of the task that was asked last.</summary>
    public required Bilingual Stage { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// The earliest last day of an open task, here or in a nested part, Europe/Paris. It may have passed.
    /// </summary>
    public DateOnly? NextDeadline { get; init; }

    /// <summary>The body that has the nearest deadline, here or in a nested part; null when nobody is asked.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>What it is asked; neutral when it is confidential.</summary>
    public required Bilingual WaitingTitle { get; init; }

    /// <summary>How many bodies' tasks are open, optional ones left out.</summary>
    public required int OpenTasks { get; init; }

    /// <summary>
    /// How many bodies' tasks are open in its nested parts, and in theirs. Kept for procedures at the top.
    /// </summary>
    public int NestedTasks { get; init; }

    /// <summary>How many incidents nobody has taken up yet.</summary>
    public required int Incidents { get; init; }
    public required long JournalLength { get; init; }
    public required string JournalHead { get; init; }

    /// <summary>Taken off the lists; state and journal are kept.</summary>
    public bool IsRemoved { get; init; }
}
