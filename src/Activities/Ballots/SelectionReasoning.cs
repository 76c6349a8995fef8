namespace Procedures.Ballots;

/// <summary>Tells in both languages how a round of the Committee of Ministers came to its result.</summary>
internal static class SelectionReasoning
{
    public static Bilingual Of(SelectionCount count, SelectionResult result)
    {
        Bilingual[] sentences =
        [
            ($"{string.Join("; ", count.Votes.Select(v => $"{v.Key}: {v.Value}"))}.",
             $"{string.Join(" ; ", count.Votes.Select(v => $"{v.Key} : {v.Value}"))}."),
            ($"Valid papers: {count.ValidPapers}; papers with more or fewer than {count.Places} names are invalid: " +
                $"{count.Invalid}.",
             $"Bulletins valables : {count.ValidPapers} ; bulletins portant plus ou moins de {count.Places} noms, " +
                $"nuls : {count.Invalid}."),
            Majority(count, result.Threshold),
            Ending(result),
        ];
        return (string.Join('\n', sentences.Select(s => s.English)),
            string.Join('\n', sentences.Select(s => s.French)));
    }

    private static Bilingual Majority(SelectionCount count, int threshold)
    {
        if (count.Stated is not null)
            return ($"The chair stated that {threshold} votes are needed.",
                $"La présidence a indiqué que {threshold} voix sont requises.");
        return count.Basis == SelectionBasis.Entitled
            ? ($"More than half of the {count.Entitled} delegations entitled to vote is needed, that is {threshold}.",
               $"Plus de la moitié des {count.Entitled} délégations ayant le droit de vote est requise, soit " +
                   $"{threshold}.")
            : ($"More than half of the {count.ValidPapers} valid papers is needed, that is {threshold}.",
               $"Plus de la moitié des {count.ValidPapers} bulletins valables est requise, soit {threshold}.");
    }

    private static Bilingual Ending(SelectionResult result)
    {
        var (chosen, choisis) = result.Selected.IsEmpty
            ? ("Nobody is chosen", "Personne n'est retenu")
            : ($"Chosen: {string.Join(", ", result.Selected)}", $"Retenu(e)s : {string.Join(", ", result.Selected)}");
        return result.IsComplete
            ? ($"{chosen}; every place is filled.", $"{choisis} ; toutes les places sont pourvues.")
            : ($"{chosen}; places left for a further round: {result.PlacesLeft}.",
               $"{choisis} ; places restantes pour un nouveau tour : {result.PlacesLeft}.");
    }
}
