using System.Collections.Immutable;

namespace Procedures.Drawings;

/// <summary>
/// Arrows that run together: those of an outcome that goes to several activities, else those to one activity.
/// </summary>
internal static class Net
{
    /// <returns>For each arrow its net, and for each net its arrows.</returns>
    public static (int[] NetOf, ImmutableArray<int>[] Nets) Of(ImmutableArray<Arrow> arrows)
    {
        var fan = arrows.GroupBy(a => (a.Source, a.Outcome)).ToDictionary(g => g.Key, g => g.Count());
        var keys = arrows
            .Select(a => fan[(a.Source, a.Outcome)] > 1 ? (a.Source, a.Outcome) : (a.Target, "")).ToArray();
        var names = keys.Distinct().ToArray();
        var netOf = keys.Select(k => Array.IndexOf(names, k)).ToArray();
        var nets = Enumerable.Range(0, names.Length)
            .Select(n => Enumerable.Range(0, arrows.Length).Where(i => netOf[i] == n).ToImmutableArray()).ToArray();
        return (netOf, nets);
    }
}
