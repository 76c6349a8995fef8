namespace Procedures.Mandates;

/// <summary>
/// How long a term of an office lasts when it begins on or after a day. Rules change; old terms keep theirs.
/// </summary>
/// <param name="From">The first day of terms under this rule.</param>
/// <param name="Years">The usual length. The last day is the day before the same date that many years later.</param>
/// <param name="Source">The article.</param>
public sealed record TermRule(DateOnly From, int Years, Bilingual Source)
{
    /// <summary>The longest term that may be agreed, in years; never less than <see cref="Years"/>.</summary>
    public int MostYears { get; init; } = Years;

    /// <summary>How many terms the same person may serve in all; null when the rule sets no limit.</summary>
    public int? MostTerms { get; init; }

    /// <summary>The last day of a term that is as long as usual.</summary>
    public DateOnly LastDayOf(DateOnly begins) => begins.AddYears(Years).AddDays(-1);

    /// <summary>The last day of the longest term that may be agreed.</summary>
    public DateOnly LatestEndOf(DateOnly begins) => begins.AddYears(MostYears).AddDays(-1);
}
