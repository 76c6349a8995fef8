using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The order of names on a ballot paper: alphabetical by family name, then by given name.</summary>
public static class BallotPaper
{
    /// <summary>
    /// The names in the order of the ballot paper; a preference that anybody expressed has no effect.
    /// </summary>
    public static ImmutableArray<string> Order(IEnumerable<string> names) =>
        [.. Order(names.Select(n => (Name: n, Parts: CandidateName.Parse(n))))];

    /// <summary>The same for names that are given in parts.</summary>
    public static ImmutableArray<string> Order(IEnumerable<CandidateName> names) =>
        [.. Order(names.Select(n => (Name: n.Full, Parts: n)))];

    private static IEnumerable<string> Order(IEnumerable<(string Name, CandidateName Parts)> names) => names
        .OrderBy(n => Collation.Key(n.Parts.Family), StringComparer.Ordinal)
        .ThenBy(n => Collation.Key(n.Parts.Given), StringComparer.Ordinal)
        .ThenBy(n => n.Name, StringComparer.Ordinal)
        .Select(n => n.Name);
}
