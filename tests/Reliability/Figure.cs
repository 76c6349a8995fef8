using System.Collections.Immutable;
using Procedures.Reliability.Planted;

namespace Procedures.Reliability;

/// <summary>One line of the table: what was tried, how often, and how much of it was different.</summary>
/// <param name="Runs">How often something was tried.</param>
/// <param name="Distinct">How many different end states or paths that gave; a large number of equal runs shows little.</param>
/// <param name="Broken">How many runs broke a promise.</param>
/// <param name="Note">What else the reader should know: seeds, parts of the count.</param>
internal sealed record Figure(string Name, long Runs, long Distinct, long Broken, string Note, TimeSpan Took)
{
    /// <summary>Each planted fault with what has noticed it; empty where none was planted.</summary>
    public ImmutableArray<CaughtFault> Caught { get; init; } = [];
}
