using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>The claim of a store that serves one host: there is nobody to share with.</summary>
internal sealed class OnlyHostTimers(IProcedureStore store, ImmutableArray<DueTimer> timers) : ITimerClaim
{
    public ImmutableArray<DueTimer> Timers => timers;
    public bool IsExclusive => false;

    public Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default) =>
        store.LoadAsync(procedureId, cancel);

    // All are handed in before the first one is waited for, so that their commits share a write.
    public Task<ImmutableArray<Task<CommitResult>>> CommitAsync(
        ImmutableArray<StepCommit> steps, CancellationToken cancel = default) =>
        Task.FromResult<ImmutableArray<Task<CommitResult>>>(
            [.. steps.Select(step => store.CommitAsync(CommitBatch.Of(step), cancel))]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
