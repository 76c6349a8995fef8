using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>Due timers whose rows are locked, with the states of their procedures: two round trips for all of them.</summary>
internal sealed class TimerClaim(
    Claim claim, PostgresStore store, ImmutableArray<DueTimer> timers, IReadOnlyDictionary<string, string> documents)
    : ITimerClaim
{
    public ImmutableArray<DueTimer> Timers => timers;
    public bool IsExclusive => true;

    public Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default) =>
        Task.FromResult(documents.TryGetValue(procedureId, out var document) ? store.Read(document) : null);

    public async Task<ImmutableArray<Task<CommitResult>>> CommitAsync(
        ImmutableArray<StepCommit> steps, CancellationToken cancel = default)
    {
        try
        {
            await store.CommitInAsync(claim, steps, cancel);
            return [.. steps.Select(_ => Task.FromResult(CommitResult.Committed))];
        }
        catch (Exception exception) when (exception is Npgsql.NpgsqlException || Breaks.IsLostConnection(exception))
        {
            // The rows are free again; each step is proved by its number.
            await claim.EndAsync();
            var mayBeWritten = Breaks.IsLostConnection(exception);
            return [.. steps.Select(step => store.CommitAsync(CommitBatch.Of(step), mayBeWritten, cancel))];
        }
    }

    public ValueTask DisposeAsync() => claim.DisposeAsync();
}
