namespace Procedures.Runtime;

/// <summary>An activity of a published definition that an event starts.</summary>
public sealed record EventTrigger(string DefinitionId, string ActivityId);
