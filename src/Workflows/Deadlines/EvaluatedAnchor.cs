using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>One date of reference as it stands now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Null while a name it counts from has no value.</param>
/// <param name="Formula">As written on the sheet; null when the value is given from outside.</param>
/// <param name="Label">What the date is, for people.</param>
/// <param name="Fixed">True when a fixed value stands in place of the formula, or there is none.</param>
/// <param name="Provisional">True when the value rests on a date that may still change.</param>
/// <param name="Explanation">One sentence: why this value, or why none.</param>
/// <param name="Missing">The names without which there is no value.</param>
public sealed record EvaluatedAnchor(
    string Name,
    AnchorValue? Value,
    string? Formula,
    Bilingual? Label,
    bool Fixed,
    bool Provisional,
    Bilingual Explanation,
    ImmutableArray<string> Missing)
{
    /// <summary>What a person should look at, such as a cancelled part-session.</summary>
    public ImmutableArray<Bilingual> Warnings { get; init; } = [];
}
