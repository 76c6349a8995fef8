using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Does what procedures ask of one another. A message goes in the transaction that does it.</summary>
internal sealed class Inbox(
    IProcedureStore store, DefinitionLibrary library, StepTaker taker, TimeProvider clock, ConductorOptions options)
{
    private const int Handful = 50;

    /// <summary>Does what waits, the oldest first.</summary>
    /// <returns>How many messages there were.</returns>
    public async Task<int> DoAsync(int limit, CancellationToken cancel)
    {
        var messages = await store.InboxAsync(Moments.Now(clock), limit, null, cancel);
        options.CrashPoints.Reach(CrashPoint.AfterDueWorkFound);
        foreach (var message in messages) await DoAsync(message, cancel);
        return messages.Length;
    }

    /// <summary>Does what comes from one tree until nothing is left, so that whoever caused it sees the outcome.</summary>
    public async Task DrainAsync(string origin, CancellationToken cancel)
    {
        while (await store.InboxAsync(Moments.Now(clock), Handful, origin, cancel) is { IsEmpty: false } messages)
            foreach (var message in messages)
                await DoAsync(message, cancel);
    }

    private async Task DoAsync(InboxMessage message, CancellationToken cancel)
    {
        try
        {
            var problem = message.Dispatch switch
            {
                Dispatch.Deliver deliver => await DeliverAsync(message, deliver, cancel),
                Dispatch.OpenChild child => await OpenChildAsync(message, child, cancel),
                Dispatch.Publish publish => await PublishAsync(message, publish, cancel),
                var other => $"Nobody does a {other.GetType().Name} from the inbox.",
            };
            if (problem is not null) await SetAsideAsync(message, problem, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            options.Troubled(exception);
            await store.NoteFailureAsync(
                message, Failures.Of(exception, message.Attempts, Moments.Now(clock), options), cancel);
        }
    }

    private async Task<string?> DeliverAsync(
        InboxMessage message, Dispatch.Deliver deliver, CancellationToken cancel) =>
        await SendAsync(message, deliver.ProcedureId, deliver.Stimulus, cancel)
            ? null
            : $"There is no procedure {deliver.ProcedureId}.";

    private async Task<string?> OpenChildAsync(
        InboxMessage message, Dispatch.OpenChild child, CancellationToken cancel)
    {
        if (await library.ChosenAsync(child.DefinitionId, child.VersionId, cancel) is not { } definition)
            return await ReportAsync(message, child, wait => Stimulus.Unpublished(wait, child), cancel)
                ? null : $"No version of the definition {child.DefinitionId} is published.";
        var opened = await taker.OpenAsync(child.ProcedureId, definition, child.Opening, CauseOf(message), cancel);
        if (opened.IsWritten) return null;
        // Nobody waits for a start that an event has asked for; as in Elsa it does not happen, and that is all.
        if (opened.Result == CommitResult.Occupied
            && await ReportAsync(message, child, wait => Stimulus.Occupied(wait, child), cancel)) return null;
        // It is open already, or will never open: either way the message has done what it can.
        await store.ReplaceAsync(message.Id, [], cancel);
        return null;
    }

    /// <returns>False when no parent waits.</returns>
    private async Task<bool> ReportAsync(
        InboxMessage message, Dispatch.OpenChild child, Func<int, Stimulus> report, CancellationToken cancel) =>
        child.Opening.Parent is { Wait: { } wait } parent
        && await SendAsync(message, parent.ProcedureId, report(wait), cancel);

    // The event becomes one message for each procedure that waits, in one transaction: none is missed, none has two.
    private async Task<string?> PublishAsync(
        InboxMessage message, Dispatch.Publish publish, CancellationToken cancel)
    {
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
        await store.ReplaceAsync(message.Id,
            [.. deliveries.Concat(openings).Select((dispatch, i) =>
                new InboxMessage($"{message.Id}/{i + 1}", message.Origin, dispatch, message.CreatedAt))], cancel);
        return null;
    }

    /// <returns>False when there is no such procedure.</returns>
    private async Task<bool> SendAsync(
        InboxMessage message, string procedureId, Stimulus stimulus, CancellationToken cancel)
    {
        var step = await taker.SendAsync(procedureId, stimulus, CauseOf(message), cancel);
        if (step is { IsIdle: true }) await store.ReplaceAsync(message.Id, [], cancel);
        return step is not null;
    }

    private Task SetAsideAsync(InboxMessage message, string problem, CancellationToken cancel) =>
        store.NoteFailureAsync(message, new WorkFailure(problem, Moments.Now(clock), RetryAt: null), cancel);

    private static StepCause CauseOf(InboxMessage message) => new(message.Id, message.Origin, DateTimeOffset.MinValue);
}
