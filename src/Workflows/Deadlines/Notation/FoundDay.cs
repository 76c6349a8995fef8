namespace Procedures.Deadlines.Notation;

/// <summary>A computed day and the phrase that says from where it was counted.</summary>
internal sealed record FoundDay(DateOnly Day, Bilingual Phrase);
