using System.Globalization;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Opens the procedures that the clock starts.</summary>
/// <remarks>
/// The start moves on in the transaction that opens the procedure, and the procedure's id follows from definition,
/// activity and moment: whoever else looks at the same time opens nothing. What was missed while no host ran is made up
/// for by one procedure.
/// </remarks>
internal sealed class DueStarts(
    IProcedureStore store, DefinitionLibrary library, ActivityCatalog catalog, StepTaker taker, TimeProvider clock,
    ConductorOptions options)
{
    /// <returns>How many were due.</returns>
    public async Task<int> DoAsync(int limit, CancellationToken cancel)
    {
        var due = await store.DueTriggersAsync(Moments.Now(clock), limit, cancel);
        if (!due.IsEmpty) options.CrashPoints.Reach(CrashPoint.AfterDueWorkFound);
        foreach (var trigger in due) await DoAsync(trigger, cancel);
        return due.Length;
    }

    private async Task DoAsync(DueTrigger trigger, CancellationToken cancel)
    {
        try
        {
            await OpenAsync(trigger, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !store.IsOutOfReach(exception))
        {
            options.Troubled(exception);
            await store.NoteFailureAsync(
                trigger, Failures.Of(exception, trigger.Attempts, Moments.Now(clock), options), cancel);
        }
    }

    private async Task OpenAsync(DueTrigger trigger, CancellationToken cancel)
    {
        var definition = await library.ChosenAsync(trigger.DefinitionId, trigger.VersionId, cancel);
        if (definition?.Find(trigger.ActivityId) is not { } node)
            throw new InvalidOperationException(
                $"{trigger.DefinitionId} has no activity {trigger.ActivityId} that the clock could start.");
        var next = catalog.Find(node)?.NextStart(node, Moments.Now(clock), trigger.DueAt);
        var start = new TriggerStart(trigger, next);
        var stimulus = new Stimulus.Opened(Value.Map.Empty)
        {
            TriggerActivityId = node.Id, MovedParts = await MovedParts.KnownAsync(store, cancel),
        };
        var cause = StepCause.None with { Start = start, NotBefore = trigger.DueAt };
        var opened = await taker.OpenAsync(IdOf(trigger), definition, stimulus, cause, cancel);
        // While another runs and the definition allows no second one, the moment passes, as in Elsa.
        if (!opened.IsWritten && opened.Result != CommitResult.CauseGone) await store.PassTriggerAsync(start, cancel);
    }

    private static string IdOf(DueTrigger trigger)
    {
        var moment = trigger.DueAt.ToString("O", CultureInfo.InvariantCulture);
        return ProcedureIds.Stem(trigger.DefinitionId, Value.Map.Empty, trigger.DueAt) + "-"
            + Digest.Of($"{trigger.DefinitionId}\n{trigger.ActivityId}\n{moment}");
    }
}
