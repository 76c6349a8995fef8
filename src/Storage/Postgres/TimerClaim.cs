using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>Due timers whose rows are locked, with the states of their procedures: two round trips for all of them.</summary>
/// <param name="documents">The states by procedure, each with why its definition cannot be read here, or null.</param>
internal sealed class TimerClaim(
    Claim claim, PostgresStore store, ImmutableArray<DueTimer> timers,
    IReadOnlyDictionary<string, (string Text, Exception? Problem)> documents)
    : ITimerClaim
{
    public ImmutableArray<DueTimer> Timers => timers;
    public bool IsExclusive => true;

    public Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default) =>
        !documents.TryGetValue(procedureId, out var document) ? Task.FromResult<Procedure?>(null)
        : document.Problem is { } problem ? Task.FromException<Procedure?>(problem)
        : Task.FromResult<Procedure?>(store.Read(document.Text));

    public async Task<ImmutableArray<Task<CommitResult>>> CommitAsync(
        ImmutableArray<StepCommit> steps, CancellationToken cancel = default)
    {
        var rows = new List<StepRows>();
        var endings = steps.Select(step => Prepare(step, rows)).ToArray();
        if (rows.Count == 0) return [.. endings.OfType<Task<CommitResult>>()];
        try
        {
            await store.CommitInAsync(claim, rows, cancel);
            return [.. endings.Select(ending => ending ?? Task.FromResult(CommitResult.Committed))];
        }
        catch (Exception exception) when (exception is Npgsql.NpgsqlException || Breaks.IsLostConnection(exception))
        {
            // The rows are free again; each step is proved by its number.
            await claim.EndAsync();
            var mayBeWritten = Breaks.IsLostConnection(exception);
            return [.. steps.Select((step, i) =>
                endings[i] ?? store.CommitAsync(CommitBatch.Of(step), mayBeWritten, cancel))];
        }
    }

    public ValueTask DisposeAsync() => claim.DisposeAsync();

    /// <returns>Null when the step can be written; otherwise it ends here, and takes nothing of the others with it.</returns>
    private Task<CommitResult>? Prepare(StepCommit step, List<StepRows> rows)
    {
        try
        {
            rows.Add(store.RowsOf(step));
            return null;
        }
        catch (Exception problem)
        {
            return Task.FromException<CommitResult>(problem);
        }
    }
}
