using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>No day yet, because names have no value or a value of the wrong kind.</summary>
/// <param name="Missing">The names, or parts outside the calendar, in the order of the rule.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record Unresolved(ImmutableArray<string> Missing, Bilingual Reason) : Resolution;
