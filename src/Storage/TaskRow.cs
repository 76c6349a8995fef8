namespace Procedures.Storage;

/// <summary>What is asked of a body: a wait of a procedure for a person. Days are Europe/Paris, moments UTC.</summary>
public sealed record TaskRow
{
    public required string ProcedureId { get; init; }
    public required Bilingual ProcedureTitle { get; init; }
    public required string DefinitionId { get; init; }
    public string? State { get; init; }
    public required int Wait { get; init; }
    public required string ActivityId { get; init; }

    /// <summary>The step's code in the procedure's rules, such as P1.07.</summary>
    public required string Step { get; init; }

    /// <summary>The real title. When <see cref="IsConfidential"/>, only the body that acts may see it.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What lists show in place of a confidential title; empty when the definition gives none.</summary>
    public Bilingual PublicTitle { get; init; } = Bilingual.Empty;
    public required Bilingual Stage { get; init; }
    public required string Body { get; init; }
    public required Bilingual LegalSource { get; init; }
    public DateOnly? Opens { get; init; }
    public DateOnly? LastDay { get; init; }
    public string? Rule { get; init; }
    public required Bilingual Explanation { get; init; }
    public bool IsProvisional { get; init; }
    public bool HasExpired { get; init; }
    public bool IsOptional { get; init; }
    public bool IsConfidential { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it, or null while it is open.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>The answer's outcome; null when the task is open, or was closed without an answer.</summary>
    public string? Outcome { get; init; }

    /// <summary>The day on which the act was really done, when it was recorded later.</summary>
    public DateOnly? DecidedOn { get; init; }
}
