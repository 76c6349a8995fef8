namespace Procedures.Deadlines.Notation;

/// <summary>A value of a date of reference and the rest of the sentence that explains it.</summary>
internal sealed record FoundValue(AnchorValue Value, Bilingual Sentence);
