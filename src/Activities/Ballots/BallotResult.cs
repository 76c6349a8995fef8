using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The result of one ballot, with the reasoning that led to it.</summary>
/// <param name="Number">1 for the first ballot.</param>
/// <param name="VotesCast">Valid votes; blank and spoilt papers are not among them.</param>
/// <param name="Threshold">The least number that is more than half of the votes cast.</param>
/// <param name="Leaders">Who has the most votes: one name, or several that tie; none when no vote was cast.</param>
/// <param name="Elected">The candidate elected, or null.</param>
public sealed record BallotResult(
    int Number, MajorityRule Rule, BallotEnding Ending, int VotesCast, int Threshold,
    ImmutableArray<string> Leaders, string? Elected)
{
    public required BallotCount Count { get; init; }

    /// <summary>
    /// Differences between register, urn and papers. They change nothing; the President decides on them.
    /// </summary>
    public ImmutableArray<Bilingual> Discrepancies { get; init; } = [];

    /// <summary>How the result was found, sentence by sentence.</summary>
    public ImmutableArray<Bilingual> Reasoning { get; init; } = [];

    /// <summary>Reasoning and discrepancies, one a line.</summary>
    public Bilingual Report => (
        string.Join('\n', Reasoning.Concat(Discrepancies).Select(s => s.English)),
        string.Join('\n', Reasoning.Concat(Discrepancies).Select(s => s.French)));
}
