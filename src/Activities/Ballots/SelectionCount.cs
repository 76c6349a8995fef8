using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>What was counted in one round of the Committee of Ministers.</summary>
/// <param name="Votes">The names in the order of the ballot paper: that in which they were submitted.</param>
/// <param name="Places">How many names are still to be chosen; a valid paper names exactly as many.</param>
/// <param name="Entitled">How many delegations are entitled to vote.</param>
public sealed record SelectionCount(
    ImmutableArray<KeyValuePair<string, int>> Votes, int Places, int Entitled, SelectionBasis Basis)
{
    /// <summary>The votes needed as the chair states them; null to compute them from the basis.</summary>
    public int? Stated { get; init; }

    /// <summary>Papers that name more or fewer than the places: they are not counted.</summary>
    public int Invalid { get; init; }

    /// <summary>The valid papers: every one of them carries as many votes as there are places.</summary>
    public int ValidPapers => Votes.Sum(v => v.Value) / Places;

    /// <summary>What cannot be about these numbers, or null when they can be.</summary>
    public Bilingual? Contradiction()
    {
        var sum = Votes.Sum(v => v.Value);
        if (sum % Places != 0)
            return ($"Every valid paper names exactly {Places}, so the votes add up to a multiple of {Places}; " +
                    $"they add up to {sum}.",
                $"Chaque bulletin valable porte exactement {Places} noms, donc le total des voix est un multiple de " +
                    $"{Places} ; il est de {sum}.");
        if (Votes.FirstOrDefault(v => v.Value > ValidPapers) is { Key: { } name } most)
            return ($"{name} has {most.Value} votes, but there are only {ValidPapers} valid papers.",
                $"{name} a {most.Value} voix, mais il n'y a que {ValidPapers} bulletins valables.");
        return ValidPapers + Invalid > Entitled
            ? ($"{ValidPapers + Invalid} papers, but only {Entitled} delegations are entitled to vote.",
               $"{ValidPapers + Invalid} bulletins, mais seules {Entitled} délégations ont le droit de vote.")
            : null;
    }
}
