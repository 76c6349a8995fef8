using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The mathematics of a round in which the Committee of Ministers chooses names for several places.</summary>
/// <remarks>
/// Chosen are, up to the number of places, the names with the most votes that also have the absolute majority. Names
/// that share the last place are not chosen: a further round decides (677bis meeting of the Ministers' Deputies,
/// July 1999, item 4.1, appendix 7; what happens in a tie is our reading).
/// </remarks>
public static class SelectionRound
{
    /// <summary>The votes needed: stated by the chair, or more than half of the basis.</summary>
    public static int Threshold(SelectionCount count) =>
        count.Stated ?? (count.Basis == SelectionBasis.Entitled ? count.Entitled : count.ValidPapers) / 2 + 1;

    /// <exception cref="ArgumentException">
    /// No place, fewer names than places, negative votes, or numbers that contradict one another.
    /// </exception>
    public static SelectionResult Count(SelectionCount count)
    {
        if (count.Places < 1) throw new ArgumentException("A round needs a place to fill.", nameof(count));
        if (count.Votes.Length < count.Places)
            throw new ArgumentException("There are fewer names than places.", nameof(count));
        if (count.Votes.Any(v => v.Value < 0)) throw new ArgumentException("Votes cannot be negative.", nameof(count));
        if (count.Contradiction() is { } contradiction)
            throw new ArgumentException(contradiction.English, nameof(count));
        var threshold = Threshold(count);
        var chosen = Chosen(count, threshold);
        var result = new SelectionResult(threshold, chosen,
            [.. count.Votes.Select(v => v.Key).Where(n => !chosen.Contains(n))], count.Places - chosen.Length);
        return result with { Report = SelectionReasoning.Of(count, result) };
    }

    private static ImmutableArray<string> Chosen(SelectionCount count, int threshold)
    {
        var reached = count.Votes.Where(v => v.Value >= threshold).OrderByDescending(v => v.Value).ToArray();
        if (reached.Length <= count.Places) return [.. reached.Select(v => v.Key)];
        var firstLeftOut = reached[count.Places].Value;
        return [.. reached.Where(v => v.Value > firstLeftOut).Select(v => v.Key)];
    }
}
