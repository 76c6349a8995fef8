namespace Procedures.Drawings;

/// <summary>Numbers that look drawn and are the same every time, so that a drawing can be made again.</summary>
internal sealed class Chance
{
    private uint _state = 12345;

    /// <summary>The next number from 0 to below the bound.</summary>
    public int Below(int bound)
    {
        _state = unchecked(_state * 1664525 + 1013904223);
        return (int)((ulong)_state * (uint)bound >> 32);
    }

    /// <summary>Whether a thing happens that happens so often in a hundred times.</summary>
    public bool Happens(int inHundred) => Below(100) < inHundred;
}
