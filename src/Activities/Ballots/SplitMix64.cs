namespace Procedures.Ballots;

/// <summary>
/// The sequence SplitMix64 (Steele, Lea and Flood, 2014): from one seed anybody computes the same numbers again.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number of 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="bound"/> − 1, each equally likely.</summary>
    /// <remarks>Numbers below 2⁶⁴ mod bound are passed over, so that no remainder is favoured.</remarks>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (ulong)bound;
        var passedOver = unchecked(0UL - range) % range;
        ulong number;
        do number = Next();
        while (number < passedOver);
        return (int)(number % range);
    }
}
