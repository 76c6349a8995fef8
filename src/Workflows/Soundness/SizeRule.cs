using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>The designer slows down beyond some sixty activities, and so does whoever reads the drawing.</summary>
internal static class SizeRule
{
    private const int Most = 60;

    public static IEnumerable<Finding> Find(Subject subject)
    {
        var count = subject.Acts.Count();
        if (count < Most) yield break;
        yield return new Finding(FindingSeverity.Warning, "$.root", null, (
            $"The definition has {count} activities; from {Most} on, move a part into a definition of its own.",
            $"La définition compte {count} activités ; à partir de {Most}, mieux vaut en faire plusieurs définitions."));
    }
}
