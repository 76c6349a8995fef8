using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>Tells in both languages how the result of a ballot was found.</summary>
internal static class BallotReasoning
{
    public static ImmutableArray<Bilingual> Of(BallotResult result, int most)
    {
        var count = result.Count;
        var sentences = ImmutableArray.CreateBuilder<Bilingual>();
        sentences.Add((
            $"{Ordinal(result.Number).English} ballot: {List(count, ": ")}.",
            $"{Ordinal(result.Number).French} tour de scrutin : {List(count, " : ")}."));
        sentences.Add((
            $"Votes cast: {result.VotesCast}; {count.Blank} blank and {count.Spoilt} spoilt papers are not " +
                "counted among them.",
            $"Suffrages exprimés : {result.VotesCast} ; les bulletins blancs ({count.Blank}) et nuls " +
                $"({count.Spoilt}) n'en font pas partie."));
        sentences.Add(Rule(result));
        sentences.Add(Ending(result, most));
        return sentences.ToImmutable();
    }

    private static string List(BallotCount count, string colon) =>
        string.Join("; ", count.Votes.Select(v => $"{v.Key}{colon}{v.Value}")) is var text && colon.Length == 3
            ? text.Replace("; ", " ; ", StringComparison.Ordinal) : text;

    private static Bilingual Rule(BallotResult result) => result.Rule == MajorityRule.Absolute
        ? ($"An absolute majority is needed: more than half of {result.VotesCast}, that is {result.Threshold}.",
           $"La majorité absolue est requise : plus de la moitié de {result.VotesCast}, soit {result.Threshold}.")
        : ("A relative majority is enough: more votes than every other candidate.",
           "La majorité relative suffit : plus de voix que chacun des autres candidats.");

    private static Bilingual Ending(BallotResult result, int most)
    {
        var leaders = result.Leaders;
        return result.Ending switch
        {
            BallotEnding.Elected => ($"{result.Elected} has {most} and is elected.",
                $"Avec {most} voix, {result.Elected} est élu(e)."),
            BallotEnding.NoVotes => ("No valid vote was cast: the ballot is repeated.",
                "Aucun suffrage exprimé : le scrutin est répété."),
            BallotEnding.NoAbsoluteMajority => (
                $"{Names(leaders, "and")} with {most} {(leaders.Length == 1 ? "does" : "do")} not reach it: a " +
                    "further ballot is held with all candidates.",
                $"{Names(leaders, "et")}, avec {most} voix, ne l'{(leaders.Length == 1 ? "atteint" : "atteignent")} " +
                    "pas : un nouveau tour a lieu avec tous les candidats."),
            _ => ($"{Names(leaders, "and")} tie with {most} each: the ballot is repeated with all candidates.",
                $"{Names(leaders, "et")} sont à égalité avec {most} voix : le scrutin est répété avec tous les " +
                    "candidats."),
        };
    }

    private static string Names(ImmutableArray<string> names, string and) => names.Length == 1
        ? names[0] : $"{string.Join(", ", names[..^1])} {and} {names[^1]}";

    /// <summary>"First", "Premier"; from the fourth on in figures.</summary>
    public static Bilingual Ordinal(int number) => number switch
    {
        1 => ("First", "Premier"),
        2 => ("Second", "Deuxième"),
        3 => ("Third", "Troisième"),
        _ => ($"{number}{Ending(number)}", $"{number}e"),
    };

    private static string Ending(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st", 2 => "nd", 3 => "rd", _ => "th",
    };
}
