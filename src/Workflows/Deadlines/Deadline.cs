using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>
/// A last day, and how it was found. The last day ends at 23:59:59 in Paris; see <see cref="ParisTime"/>.
/// </summary>
public sealed record Deadline : Resolution
{
    /// <summary>The first day on which the matter may be done, where the rule names one.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>The last day that is in time.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The rule as it was written.</summary>
    public required string Rule { get; init; }

    /// <summary>The days counted from, in the order of the rule.</summary>
    public required ImmutableArray<CountedFrom> CountedFrom { get; init; }

    /// <summary>True when the day rests on a date that may still change.</summary>
    public bool Provisional { get; init; }

    /// <summary>What a person should look at: a closure, a cancelled part, an empty window.</summary>
    public ImmutableArray<Bilingual> Warnings { get; init; } = [];

    /// <summary>One sentence: why this day.</summary>
    public required Bilingual Explanation { get; init; }

    /// <summary>The first moment that is too late, in UTC: midnight in Paris after the last day.</summary>
    public DateTimeOffset ExpiresAt => ParisTime.StartOf(LastDay.AddDays(1));

    /// <summary>True when both days are the same as those of another deadline: nothing to announce.</summary>
    public bool HasSameDaysAs(Deadline other) => Opens == other.Opens && LastDay == other.LastDay;
}
