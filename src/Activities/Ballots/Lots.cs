using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The drawing of lots, so that anybody can repeat it from pool, count and seed.</summary>
/// <remarks>
/// The pool is numbered from 0 in its order. For i = 0, 1, … count − 1: take r = the next number of SplitMix64 below
/// (size − i), exchange entry i with entry i + r (Fisher and Yates). The first entries, count of them, are drawn.
/// </remarks>
public static class Lots
{
    /// <summary>The name of the procedure above, written into the journal with every draw.</summary>
    public const string Algorithm = "Fisher-Yates, SplitMix64, version 1";

    /// <summary>Draws entries of the pool, in the order in which they were drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// More are to be drawn than the pool holds, or fewer than none.
    /// </exception>
    public static ImmutableArray<T> Draw<T>(IEnumerable<T> pool, int count, ulong seed)
    {
        var entries = pool.ToArray();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, entries.Length);
        var numbers = new SplitMix64(seed);
        for (var i = 0; i < count; i++)
        {
            var other = i + numbers.Below(entries.Length - i);
            (entries[i], entries[other]) = (entries[other], entries[i]);
        }
        return [.. entries[..count]];
    }
}
