namespace Procedures.Rehearsal;

/// <summary>What is wrong in several places of scenario files.</summary>
internal static class ScenarioMistakes
{
    public static ScenarioSyntaxException NoObject(string place) => new((
        $"{place} is not an object.", $"{place} n'est pas un objet."));

    public static ScenarioSyntaxException NoList(string place) => new((
        $"{place} is not a list.", $"{place} n'est pas une liste."));
}
