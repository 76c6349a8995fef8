using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>What the clock starts. Publishing sets it, retracting and removing take it away.</summary>
public interface ITriggers
{
    /// <summary>Every start of every published definition.</summary>
    Task<ImmutableArray<StartTrigger>> TriggersAsync(CancellationToken cancel = default);

    /// <summary>Sets the starts of a definition if that version of it is the published one.</summary>
    /// <remarks>A start whose schedule has not changed keeps its next moment.</remarks>
    Task SetTriggersAsync(
        string definitionId, string versionId, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel = default);

    /// <summary>Starts whose moment has come, the earliest first.</summary>
    Task<ImmutableArray<DueTrigger>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>Lets a start pass without opening anything.</summary>
    /// <returns>False when somebody else has dealt with it.</returns>
    Task<bool> PassTriggerAsync(TriggerStart start, CancellationToken cancel = default);

    /// <summary>Notes that a start failed; it is tried again later or set aside for a person.</summary>
    Task NoteFailureAsync(DueTrigger trigger, WorkFailure failure, CancellationToken cancel = default);
}
