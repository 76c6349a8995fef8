using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>A rule that names a first day and no last one (<c>nbf X</c> alone): nothing falls due.</summary>
public sealed record OpenEnded : Resolution
{
    /// <summary>The first day on which the matter may be done.</summary>
    public required DateOnly Opens { get; init; }

    /// <summary>The rule as it was written.</summary>
    public required string Rule { get; init; }

    /// <summary>The days counted from.</summary>
    public required ImmutableArray<CountedFrom> CountedFrom { get; init; }

    /// <summary>True when the day rests on a date that may still change.</summary>
    public bool Provisional { get; init; }

    /// <summary>What a person should look at.</summary>
    public ImmutableArray<Bilingual> Warnings { get; init; } = [];

    /// <summary>One sentence: why this day.</summary>
    public required Bilingual Explanation { get; init; }
}
