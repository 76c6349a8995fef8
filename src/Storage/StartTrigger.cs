namespace Procedures.Storage;

/// <summary>An activity of a published definition by which the clock starts procedures.</summary>
/// <param name="Schedule">Type and inputs as text: as long as they stay the same, so does the next moment.</param>
/// <param name="DueAt">UTC: when it next starts one; null when it never does again.</param>
public sealed record StartTrigger(
    string DefinitionId, string VersionId, string ActivityId, string Schedule, DateTimeOffset? DueAt);
