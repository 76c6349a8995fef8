using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Does what procedures ask of one another. A message goes in the transaction that does it.</summary>
internal sealed class Inbox(
    IProcedureStore store, DefinitionLibrary library, StepTaker taker, TimeProvider clock, ConductorOptions options)
{
    /// <summary>Does what waits, the oldest first.</summary>
    /// <returns>How many messages there were.</returns>
    public async Task<int> DoAsync(int limit, CancellationToken cancel)
    {
        var done = 0;
        while (done < limit && await DoNextAsync(null, cancel)) done++;
        return done;
    }

    /// <summary>Does what comes from one tree until nothing is left, so that whoever caused it sees the outcome.</summary>
    public async Task DrainAsync(string origin, CancellationToken cancel)
    {
        while (await DoNextAsync(origin, cancel)) { }
    }

    /// <returns>False when nothing waits that nobody else is doing.</returns>
    private async Task<bool> DoNextAsync(string? origin, CancellationToken cancel)
    {
        WorkFailure? failure;
        InboxMessage message;
        await using (var claim = await store.ClaimMessageAsync(Moments.Now(clock), origin, cancel))
        {
            options.CrashPoints.Reach(CrashPoint.AfterDueWorkFound);
            if (claim is null) return false;
            message = claim.Message;
            failure = await DoAsync(claim, cancel);
        }
        if (failure is not null) await store.NoteFailureAsync(message, failure, cancel);
        return true;
    }

    /// <returns>Why it could not be done; null when it is.</returns>
    private async Task<WorkFailure?> DoAsync(IMessageClaim claim, CancellationToken cancel)
    {
        try
        {
            var problem = claim.Message.Dispatch switch
            {
                Dispatch.Deliver deliver => await DeliverAsync(claim, deliver, cancel),
                Dispatch.OpenChild child => await OpenChildAsync(claim, child, cancel),
                Dispatch.Publish publish => await PublishAsync(claim, publish, cancel),
                // A newer host beside this one can perhaps do it: it is tried again before it is set aside.
                Dispatch.Unreadable unreadable => throw new InvalidOperationException(unreadable.Problem),
                var other => $"Nobody does a {other.GetType().Name} from the inbox.",
            };
            return problem is null ? null : new WorkFailure(problem, Moments.Now(clock), RetryAt: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !store.IsOutOfReach(exception))
        {
            options.Troubled(exception);
            return Failures.Of(exception, claim.Message.Attempts, Moments.Now(clock), options);
        }
    }

    private async Task<string?> DeliverAsync(
        IMessageClaim claim, Dispatch.Deliver deliver, CancellationToken cancel)
    {
        if (await MovedParts.IsOvertakenAsync(store, deliver.Stimulus, cancel))
        {
            await claim.ReplaceAsync([], cancel);
            return null;
        }
        if (await SendAsync(claim, deliver.ProcedureId, deliver.Stimulus, cancel)) return null;
        // The message that opens a nested part may have failed, or be in another host's hands: it is open soon.
        return ProcedureTree.RootOf(deliver.ProcedureId) != deliver.ProcedureId
            ? throw new UnknownProcedureException(deliver.ProcedureId)
            : $"There is no procedure {deliver.ProcedureId}.";
    }

    private async Task<string?> OpenChildAsync(
        IMessageClaim claim, Dispatch.OpenChild child, CancellationToken cancel)
    {
        if (await library.ChosenAsync(child.DefinitionId, child.VersionId, cancel) is not { } definition)
            return await ReportAsync(claim, child, wait => Stimulus.Unpublished(wait, child), cancel)
                ? null : $"No version of the definition {child.DefinitionId} is published.";
        var opening = child.Opening with { MovedParts = await MovedParts.KnownAsync(store, cancel) };
        var opened = await taker.OpenAsync(child.ProcedureId, definition, opening, CauseOf(claim), cancel);
        if (opened.IsWritten) return null;
        // Nobody waits for a start that an event has asked for; as in Elsa it does not happen, and that is all.
        if (opened.Result == CommitResult.Occupied
            && await ReportAsync(claim, child, wait => Stimulus.Occupied(wait, child), cancel)) return null;
        // It is open already, or will never open: either way the message has done what it can.
        await claim.ReplaceAsync([], cancel);
        return null;
    }

    /// <returns>False when no parent waits.</returns>
    private async Task<bool> ReportAsync(
        IMessageClaim claim, Dispatch.OpenChild child, Func<int, Stimulus> report, CancellationToken cancel) =>
        child.Opening.Parent is { Wait: { } wait } parent
        && await SendAsync(claim, parent.ProcedureId, report(wait), cancel);

    // The event becomes one message for each procedure that waits, in one transaction: none is missed, none has two.
    private async Task<string?> PublishAsync(
        IMessageClaim claim, Dispatch.Publish publish, CancellationToken cancel)
    {
        var message = claim.Message;
        var stimulus = new Stimulus.EventPublished(publish.EventName, publish.CorrelationId, publish.Payload);
        var waits = await store.WaitsForAsync(WaitKind.Event, publish.EventName, publish.CorrelationId, cancel);
        var deliveries = waits.Select(wait => wait.ProcedureId).Distinct()
            .Select(Dispatch (id) => new Dispatch.Deliver(id, stimulus));
        var openings = (await library.TriggeredByAsync(publish.EventName, cancel)).Select(Dispatch (trigger) =>
            new Dispatch.OpenChild(
                ProcedureIds.Stem(trigger.DefinitionId, Value.Map.Empty, message.CreatedAt) + "-" + Digest.Of(message.Id),
                trigger.DefinitionId,
                new Stimulus.Opened(Value.Map.Empty)
                {
                    CorrelationId = publish.CorrelationId, TriggerActivityId = trigger.ActivityId,
                    TriggerPayload = publish.Payload,
                }));
        await claim.ReplaceAsync(
            [.. deliveries.Concat(openings).Select((dispatch, i) =>
                new InboxMessage($"{message.Id}/{i + 1}", message.Origin, dispatch, message.CreatedAt))], cancel);
        return null;
    }

    /// <returns>False when there is no such procedure.</returns>
    private async Task<bool> SendAsync(
        IMessageClaim claim, string procedureId, Stimulus stimulus, CancellationToken cancel)
    {
        var step = await taker.SendAsync(procedureId, stimulus, CauseOf(claim), cancel);
        if (step is { IsIdle: true }) await claim.ReplaceAsync([], cancel);
        return step is not null;
    }

    private static StepCause CauseOf(IMessageClaim claim) =>
        new(claim.Message.Id, claim.Message.Origin, DateTimeOffset.MinValue) { Claim = claim };
}
