using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>A date of reference with its value and where the value comes from.</summary>
/// <param name="Formula">The formula that it follows, or null when an act has fixed it.</param>
/// <param name="Explanation">How the value was found, in one sentence.</param>
public sealed record Anchor(
    string Name, AnchorValue Value, string? Formula, bool IsProvisional, Bilingual Label, Bilingual Explanation)
{
    public Bilingual Explanation { get; init; } = Explanation ?? Bilingual.Empty;
}
