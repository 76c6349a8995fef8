using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>A stretch of a list.</summary>
/// <param name="Total">How many there are in the whole list.</param>
public sealed record Page<T>(ImmutableArray<T> Items, long Total);
