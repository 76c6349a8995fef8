namespace Procedures.Execution;

/// <summary>One of the ways in which a task can end: the port's name and what a person reads.</summary>
public sealed record OutcomeChoice(string Name, Bilingual Text);
