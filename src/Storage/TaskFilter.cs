using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Which open tasks a list shows, the soonest last day first. What is empty or null filters nothing.</summary>
public sealed record TaskFilter
{
    public static readonly TaskFilter All = new();

    /// <summary>Codes of bodies: CDH, GOV(EE).</summary>
    public ImmutableArray<string> Bodies { get; init; } = [];

    /// <summary>Found in the titles of task and procedure, without regard to case and accents.</summary>
    public string? Text { get; init; }
    public string? DefinitionId { get; init; }
    public string? State { get; init; }

    /// <summary>Only those whose last day lies before that day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Also what may be reported at any time.</summary>
    public bool WithOptional { get; init; }
}
