using System.Collections.Immutable;

namespace Procedures.Execution;

/// <summary>What stands in the way of an answer in one field of its form.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Problems">One sentence for each thing that is wrong.</param>
public sealed record FieldRefusal(string Field, ImmutableArray<Bilingual> Problems);
