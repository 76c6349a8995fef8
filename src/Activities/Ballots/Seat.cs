using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>A seat in the Assembly for one ballot: its representative and who was designated to stand in.</summary>
/// <param name="Key">The code of the state, a hyphen and a number: EE-1.</param>
public sealed record Seat(string Key, string Representative, ImmutableArray<string> Substitutes)
{
    /// <summary>The code of the state in a seat's key; empty when the key has no hyphen.</summary>
    public static string StateOf(string key) =>
        key.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? key[..end] : "";
}
