using System.Collections.Immutable;

namespace Procedures.Definitions;

/// <summary>
/// What came of reading a file: the definition, unless it was refused, and everything found on the way.
/// </summary>
public sealed record Reading(Definition? Definition, ImmutableArray<Finding> Findings)
{
    public bool IsRefused => Definition is null;
    public bool HasErrors => Findings.Any(f => f.Severity != FindingSeverity.Warning);
}
