namespace Procedures.Deadlines.Notation;

/// <summary>What one clause comes to; at least one of the two days is there.</summary>
internal sealed record ClauseDays(DateOnly? Opens, DateOnly? LastDay, Bilingual Sentence);
