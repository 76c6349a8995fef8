using System.Collections.Concurrent;
using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Wakes the waits whose moment has come.</summary>
internal sealed class DueTimers(
    IProcedureStore store, StepTaker taker, TimeProvider clock, ConductorOptions options)
{
    // A backlog is worked off by two hands: while one waits for the store, the other computes.
    private const int Hands = 2;

    // After so many batches in a row whatever else is due has its turn.
    private const int BatchesOfHand = 4;

    /// <returns>How many were due.</returns>
    public async Task<int> DoAsync(int limit, CancellationToken cancel)
    {
        var (found, mayBeShared) = await DoBatchAsync(limit, cancel);
        if (found < limit || !mayBeShared) return found;
        var hands = await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => DoBatchesAsync(limit, cancel)));
        return found + hands.Sum();
    }

    private async Task<int> DoBatchesAsync(int limit, CancellationToken cancel)
    {
        var done = 0;
        for (var batch = 0; batch < BatchesOfHand; batch++)
        {
            var (found, _) = await DoBatchAsync(limit, cancel);
            done += found;
            if (found < limit) break;
        }
        return done;
    }

    private async Task<(int Found, bool MayBeShared)> DoBatchAsync(int limit, CancellationToken cancel)
    {
        var endings = new ConcurrentBag<Func<Task>>();
        int found;
        bool mayBeShared;
        await using (var claim = await store.ClaimTimersAsync(Moments.Now(clock), limit, cancel))
        {
            options.CrashPoints.Reach(CrashPoint.AfterDueWorkFound);
            // Of each procedure the earliest timer: the step that it causes decides what becomes of the others.
            var timers = claim.Timers.DistinctBy(timer => timer.ProcedureId).ToArray();
            (found, mayBeShared) = (timers.Length, claim.IsExclusive);
            if (found > 0) await WakeAsync(claim, timers, endings, cancel);
        }
        // What touches rows that the claim has held comes after it.
        foreach (var ending in endings) await ending();
        return (found, mayBeShared);
    }

    private async Task WakeAsync(
        ITimerClaim claim, DueTimer[] timers, ConcurrentBag<Func<Task>> endings, CancellationToken cancel)
    {
        var commits = new StepCommit?[timers.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Degree, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, timers.Length), parallel, async (i, token) =>
            commits[i] = await ComputeAsync(claim, timers[i], endings, token));
        var woken = Enumerable.Range(0, timers.Length).Where(i => commits[i] is not null).ToArray();
        var written = await claim.CommitAsync([.. woken.Select(i => commits[i]!)], cancel);
        for (var i = 0; i < woken.Length; i++) await EndAsync(timers[woken[i]], commits[woken[i]]!, written[i], endings);
    }

    /// <returns>Null when there is nothing to write; what is to be done instead is among the endings.</returns>
    private async Task<StepCommit?> ComputeAsync(
        ITimerClaim claim, DueTimer timer, ConcurrentBag<Func<Task>> endings, CancellationToken cancel)
    {
        try
        {
            options.CrashPoints.Reach(CrashPoint.BeforeStepLoaded);
            var procedure = await claim.LoadAsync(timer.ProcedureId, cancel);
            if (procedure is not null && await taker.WakeAsync(procedure, timer, cancel) is { Step.IsIdle: false } commit)
                return commit;
            if (procedure is { IsOver: false } && procedure.FindWait(timer.Wait)?.WakeAt == timer.DueAt)
                throw new InvalidOperationException("The engine does not take the timer that the wait asks for.");
            endings.Add(() => store.DropTimerAsync(timer, cancel));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !store.IsOutOfReach(exception))
        {
            endings.Add(() => NoteAsync(timer, exception));
        }
        return null;
    }

    private async Task EndAsync(
        DueTimer timer, StepCommit commit, Task<CommitResult> written, ConcurrentBag<Func<Task>> endings)
    {
        try
        {
            // Whoever has lost the race leaves the timer to the next look.
            if (await written == CommitResult.Committed) options.StepTaken(commit.Step);
        }
        catch (Exception exception) when (store.IsOutOfReach(exception))
        {
            // The timer stands where it stood, or its step is written: the next look finds out.
            options.Troubled(exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            endings.Add(() => NoteAsync(timer, exception));
        }
    }

    private Task NoteAsync(DueTimer timer, Exception exception)
    {
        options.Troubled(exception);
        return store.NoteFailureAsync(timer, Failures.Of(exception, timer.Attempts, Moments.Now(clock), options));
    }
}
