using System.Collections.Immutable;

namespace Procedures.Runtime;

/// <summary>What came of checking all journals.</summary>
/// <param name="Breaches">At most one for each procedure: the first.</param>
/// <param name="Seal">
/// One hash over the heads of all journals. Kept elsewhere, it shows on another day's copy that nothing was cut off.
/// </param>
public sealed record Verification(long Procedures, long Entries, ImmutableArray<Breach> Breaches, string Seal)
{
    public bool IsWhole => Breaches.IsEmpty;
}
