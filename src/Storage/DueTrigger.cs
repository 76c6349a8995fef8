namespace Procedures.Storage;

/// <summary>A start whose moment has come.</summary>
/// <param name="DueAt">UTC.</param>
/// <param name="Attempts">How often it has failed.</param>
public sealed record DueTrigger(
    string DefinitionId, string VersionId, string ActivityId, DateTimeOffset DueAt, int Attempts);
