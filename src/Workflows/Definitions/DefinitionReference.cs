namespace Procedures.Definitions;

/// <summary>The definition that an activity stands for, when a definition is used as an activity.</summary>
/// <param name="VersionId">The version that was chosen in the designer; null: whichever is published.</param>
public sealed record DefinitionReference(string DefinitionId, string? VersionId);
