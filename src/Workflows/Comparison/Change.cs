namespace Procedures.Comparison;

/// <summary>One difference between two texts of a definition, in a sentence.</summary>
/// <param name="ActivityId">The activity that it concerns; null for arrows and for the definition as a whole.</param>
public sealed record Change(ChangeKind Kind, string? ActivityId, Bilingual Sentence);
