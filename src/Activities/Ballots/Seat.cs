using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>A seat in the Assembly for one ballot: its representative and who was designated to stand in.</summary>
public sealed record Seat(string Key, string Representative, ImmutableArray<string> Substitutes);
