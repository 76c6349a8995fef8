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
    /// <summary>Opens a procedure, unless there is one of that id, or others that run forbid it.</summary>
    /// <param name="stimulus">With the part-sessions that were moved.</param>
    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public async Task<OpeningStep> OpenAsync(
        string id, Definition definition, Stimulus.Opened stimulus, StepCause cause, CancellationToken cancel)
    {
        for (var race = 1; ; race++)
        {
            var step = engine.Advance(Procedure.Draft(id, definition), stimulus, Now(cause));
            if (step.IsIdle) return new OpeningStep(step, null);
            var result = await CommitAsync(step, stimulus, cause, cancel);
            // Either there is such a procedure, or a contact has changed while its first letters were being written.
            if (result != CommitResult.LostRace || step.Letters.IsEmpty || await store.LoadAsync(id, cancel) is not null)
                return new OpeningStep(step, result);
            // Nobody must take this for an opening that is forbidden or done: it is to be tried again.
            if (race == options.MostRaces)
                throw new TimeoutException($"Contacts were changed by others {options.MostRaces} times in a row.");
        }
    }

    /// <returns>Null when there is no such procedure. An idle step is not written and its cause not taken away.</returns>
    /// <exception cref="TimeoutException">Others were faster every time.</exception>
    public async Task<Step?> SendAsync(
        string id, Stimulus stimulus, StepCause cause, CancellationToken cancel)
    {
        for (var race = 0; race < options.MostRaces; race++)
        {
            options.CrashPoints.Reach(CrashPoint.BeforeStepLoaded);
            // What this host remembers may be old: a step from it is proved by its number, doing nothing is not.
            var remembered = race == 0 ? store.LastKnown(id) : null;
            if ((remembered ?? await store.LoadAsync(id, cancel)) is not { } procedure) return null;
            stimulus = WithSeed(procedure, stimulus);
            var step = engine.Advance(procedure, stimulus, Now(cause));
            if (step.IsIdle && remembered is not null) continue;
            if (step.IsIdle) return step;
            var result = await CommitAsync(step, stimulus, cause, cancel);
            if (result == CommitResult.Committed) return step;
            if (result == CommitResult.CauseGone) return new Step(procedure, procedure);
        }
        throw new TimeoutException($"{id} was changed by others {options.MostRaces} times in a row.");
    }

    /// <summary>What a timer's falling due does to its procedure, with all that is written of it; idle when nothing.</summary>
    public async Task<StepCommit> WakeAsync(Procedure procedure, DueTimer timer, CancellationToken cancel)
    {
        var stimulus = new Stimulus.TimerDue(timer.Wait);
        var step = engine.Advance(procedure, stimulus, Now(StepCause.None with { NotBefore = timer.DueAt }));
        return step.IsIdle
            ? new StepCommit(step, stimulus)
            : await CommitOfAsync(step, stimulus, StepCause.None, cancel);
    }

    private async Task<CommitResult> CommitAsync(Step step, Stimulus stimulus, StepCause cause, CancellationToken cancel)
    {
        var commit = await CommitOfAsync(step, stimulus, cause, cancel);
        var result = cause.Claim is { } claim
            ? await claim.CommitAsync(commit, cancel)
            : await store.CommitAsync(CommitBatch.Of(commit), cancel);
        if (result == CommitResult.Committed) options.StepTaken(step);
        return result;
    }

    private async Task<StepCommit> CommitOfAsync(
        Step step, Stimulus stimulus, StepCause cause, CancellationToken cancel)
    {
        options.CrashPoints.Reach(CrashPoint.AfterStepComputed);
        var written = await letters.WriteAsync(step, cancel);
        return new StepCommit(step, stimulus)
        {
            Letters = written.Rows, AddressBook = written.AddressBook, InboxId = cause.InboxId, Origin = cause.Origin,
            NewTerm = options.NewTerm(step),
            Start = cause.Start,
        };
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
