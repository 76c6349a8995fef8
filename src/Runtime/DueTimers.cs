using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Wakes the waits whose moment has come.</summary>
internal sealed class DueTimers(
    IProcedureStore store, StepTaker taker, TimeProvider clock, ConductorOptions options)
{
    /// <returns>How many were due.</returns>
    public async Task<int> DoAsync(int limit, CancellationToken cancel)
    {
        var due = await store.DueTimersAsync(Moments.Now(clock), limit, cancel);
        options.CrashPoints.Reach(CrashPoint.AfterDueWorkFound);
        // Timers of one procedure in their order; procedures side by side, so that their commits share a write.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Degree, CancellationToken = cancel };
        await Parallel.ForEachAsync(due.GroupBy(timer => timer.ProcedureId), parallel, async (timers, token) =>
        {
            foreach (var timer in timers) await DoAsync(timer, token);
        });
        return due.Length;
    }

    private async Task DoAsync(DueTimer timer, CancellationToken cancel)
    {
        try
        {
            var cause = StepCause.None with { NotBefore = timer.DueAt };
            var step = await taker.SendAsync(timer.ProcedureId, new Stimulus.TimerDue(timer.Wait), cause, cancel);
            if (step is { IsIdle: false }) return;
            if (step?.After is { IsOver: false } procedure && procedure.FindWait(timer.Wait)?.WakeAt == timer.DueAt)
                throw new InvalidOperationException("The engine does not take the timer that the wait asks for.");
            await store.DropTimerAsync(timer, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            options.Troubled(exception);
            await store.NoteFailureAsync(
                timer, Failures.Of(exception, timer.Attempts, Moments.Now(clock), options), cancel);
        }
    }
}
