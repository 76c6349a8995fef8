namespace Procedures.Definitions;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look; the definition can be published.</summary>
    Warning,

    /// <summary>The definition can be kept as a draft, but not published.</summary>
    Error,

    /// <summary>The file is not a definition that can be read.</summary>
    Refused,
}

/// <summary>One thing that is wrong or doubtful in a definition, and where.</summary>
/// <param name="Place">JSON path, "$" for the whole file.</param>
/// <param name="ActivityId">The activity concerned, if there is one.</param>
public sealed record Finding(FindingSeverity Severity, string Place, string? ActivityId, Bilingual Message)
{
    public override string ToString() =>
        $"{Severity.ToString().ToLowerInvariant()} {Place}"
        + $"{(ActivityId is null ? "" : $" ({ActivityId})")}: {Message.English}";
}
