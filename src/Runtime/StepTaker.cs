using System.Buffers.Binary;
using System.Security.Cryptography;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Load, advance, write the letters, commit; and again when somebody else was faster.</summary>
internal sealed class StepTaker(
    IProcedureStore store, Engine engine, LetterWriter letters, TimeProvider clock, ConductorOptions options)
{
    /// <returns>Null when there is such a procedure already, or the cause has been done by somebody else.</returns>
    public async Task<Step?> OpenAsync(
        string id, Definition definition, Stimulus.Opened stimulus, StepCause cause, CancellationToken cancel)
    {
        stimulus = stimulus with { MovedParts = await MovedParts.KnownAsync(store, cancel) };
        var step = engine.Advance(Procedure.Draft(id, definition), stimulus, Now(cause));
        if (step.IsIdle) return step;
        return await CommitAsync(step, stimulus, cause, cancel) == CommitResult.Committed ? step : null;
    }

    /// <returns>Null when there is no such procedure. An idle step is not written and its cause not taken away.</returns>
    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public async Task<Step?> SendAsync(
        string id, Stimulus stimulus, StepCause cause, CancellationToken cancel)
    {
        for (var race = 0; race < options.MostRaces; race++)
        {
            options.CrashPoints.Reach(CrashPoint.BeforeStepLoaded);
            if (await store.LoadAsync(id, cancel) is not { } procedure) return null;
            stimulus = WithSeed(procedure, stimulus);
            var step = engine.Advance(procedure, stimulus, Now(cause));
            if (step.IsIdle) return step;
            var result = await CommitAsync(step, stimulus, cause, cancel);
            if (result == CommitResult.Committed) return step;
            if (result == CommitResult.CauseGone) return new Step(procedure, procedure);
        }
        throw new TimeoutException($"{id} was changed by others {options.MostRaces} times in a row.");
    }

    private async Task<CommitResult> CommitAsync(Step step, Stimulus stimulus, StepCause cause, CancellationToken cancel)
    {
        options.CrashPoints.Reach(CrashPoint.AfterStepComputed);
        var commit = new StepCommit(step, stimulus)
        {
            Letters = await letters.WriteAsync(step, cancel), InboxId = cause.InboxId, Origin = cause.Origin,
            NewTerm = options.NewTerm(step),
        };
        var result = await store.CommitAsync(CommitBatch.Of(commit), cancel);
        if (result == CommitResult.Committed) options.StepTaken(step);
        return result;
    }

    private DateTimeOffset Now(StepCause cause)
    {
        var now = Moments.Now(clock);
        return now < cause.NotBefore ? cause.NotBefore : now;
    }

    // Drawn once for the stimulus: whoever retries after a lost race must not draw lots a second time.
    private static Stimulus WithSeed(Procedure procedure, Stimulus stimulus) =>
        stimulus is Stimulus.TaskCompleted { Seed: null } completed
        && procedure.FindWait(completed.Wait)?.Assignment is { NeedsSeed: true }
            ? completed with { Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) }
            : stimulus;
}
