using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>The hand that drives the engine: loads, advances, commits, and does what follows.</summary>
/// <remarks>
/// Nothing in memory is truth: what is due is asked of the store, so a restart needs no code. Safe to use from several
/// threads and by several hosts; of two steps from the same state exactly one is written.
/// </remarks>
public sealed class Conductor
{
    private const int MostNumbersTried = 20;
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);
    private readonly IProcedureStore _store;
    private readonly DefinitionLibrary _library;
    private readonly LetterWriter _letters;
    private readonly StepTaker _taker;
    private readonly Inbox _inbox;
    private readonly DueTimers _timers;
    private readonly DueStarts _starts;
    private readonly ConductorOptions _options;
    private readonly TimeProvider _clock;
    private DateTimeOffset _nextPruning;

    public Conductor(
        IProcedureStore store, Engine engine, DefinitionLibrary library, LetterWriter letters, TimeProvider clock,
        ConductorOptions? options = null)
    {
        (_store, _library, _letters, _clock) = (store, library, letters, clock);
        _options = options ?? new ConductorOptions();
        _taker = new StepTaker(store, engine, letters, clock, _options);
        _inbox = new Inbox(store, library, _taker, clock, _options);
        _timers = new DueTimers(store, _taker, clock, _options);
        _starts = new DueStarts(store, library, engine.Catalog, _taker, clock, _options);
    }

    /// <summary>Raised when there is something to do at once: another thread has left work in the store.</summary>
    public WorkSignal Work { get; } = new();

    /// <summary>Opens a procedure of the published version of a definition.</summary>
    public async Task<Opening> OpenAsync(
        string definitionId, OpeningRequest request, CancellationToken cancel = default)
    {
        // Asked side by side: one round trip for both.
        var moved = MovedParts.KnownAsync(_store, cancel);
        var definition = await _library.PublishedAsync(definitionId, cancel);
        var parts = await moved;
        return definition is not null
            ? await OpenAsync(definition, request, parts, cancel)
            : Opening.Refused((
                $"No version of “{definitionId}” is published.",
                $"Aucune version de « {definitionId} » n'est publiée."));
    }

    /// <summary>Opens a procedure of exactly this version: to try a draft, or what a process owner has chosen.</summary>
    public async Task<Opening> OpenAsync(
        Definition definition, OpeningRequest request, CancellationToken cancel = default) =>
        await OpenAsync(definition, request, await MovedParts.KnownAsync(_store, cancel), cancel);

    private async Task<Opening> OpenAsync(
        Definition definition, OpeningRequest request, ImmutableArray<PartSession> moved, CancellationToken cancel)
    {
        var stimulus = new Stimulus.Opened(request.Inputs)
        {
            Actor = request.Actor, CorrelationId = request.CorrelationId,
            TriggerActivityId = request.TriggerActivityId, TriggerPayload = request.TriggerPayload, MovedParts = moved,
        };
        for (var attempt = 1; attempt <= MostNumbersTried; attempt++)
        {
            var id = request.ProcedureId ?? await NewIdAsync(definition, request.Inputs, cancel);
            var opened = await _taker.OpenAsync(id, definition, stimulus, StepCause.None, cancel);
            if (opened.Result == CommitResult.Occupied) return Opening.Occupied(definition);
            if (opened.Result is not (null or CommitResult.Committed))
            {
                if (request.ProcedureId is null) continue;
                return Opening.Refused((
                    $"There is a procedure {id} already.", $"Une procédure {id} existe déjà."));
            }
            await FollowAsync(opened.Step, cancel);
            return Opening.Of(opened.Step);
        }
        throw new InvalidOperationException($"No free number was found for {definition.DefinitionId}.");
    }

    /// <summary>Hands a stimulus to a procedure, and does at once what follows from it in its tree.</summary>
    /// <returns>The step; an idle one, with its refusal, when the stimulus was not taken.</returns>
    /// <exception cref="UnknownProcedureException">There is no such procedure.</exception>
    public async Task<Step> SendAsync(string procedureId, Stimulus stimulus, CancellationToken cancel = default)
    {
        var step = await _taker.SendAsync(procedureId, stimulus, StepCause.None, cancel)
            ?? throw new UnknownProcedureException(procedureId);
        await FollowAsync(step, cancel);
        return step;
    }

    /// <summary>Hands an event to every procedure that waits for it, and starts those that it triggers.</summary>
    /// <param name="messageId">The sender's own id; the same id twice is the same event.</param>
    /// <returns>False when that message has come before.</returns>
    public async Task<bool> PublishAsync(
        string eventName, string? correlationId, Value payload, string? messageId = null,
        CancellationToken cancel = default)
    {
        var id = "event/" + (messageId ?? Guid.CreateVersion7().ToString());
        var message = new InboxMessage(
            id, id, new Dispatch.Publish(eventName, correlationId, payload), Moments.Now(_clock));
        var isNew = await _store.PostAsync([message], cancel) == 1;
        if (isNew) await DrainAsync(id, cancel);
        return isNew;
    }

    /// <summary>Takes an outside program's report on a task.</summary>
    /// <returns>The step, or null when nobody waits for that task (any more).</returns>
    public async Task<Step?> ReportTaskAsync(
        string taskId, Value result, string actor, CancellationToken cancel = default)
    {
        var waits = await _store.WaitsForAsync(WaitKind.Report, taskId, cancel: cancel);
        if (waits.IsEmpty) return null;
        return await SendAsync(
            waits[0].ProcedureId, new Stimulus.TaskReported(taskId, result) { Actor = actor }, cancel);
    }

    /// <summary>Writes a letter that had no addressee, once its body has a contact.</summary>
    /// <returns>False when there is no such letter without an address, or still no contact.</returns>
    public async Task<bool> ReaddressAsync(string letterId, CancellationToken cancel = default)
    {
        if (await _store.FindLetterAsync(letterId, cancel) is not { Address: "" } letter) return false;
        if (await _store.LoadAsync(letter.ProcedureId, cancel) is not { } procedure) return false;
        var letters = await _letters.RewriteAsync(letter, procedure, Moments.Now(_clock), cancel);
        return !letters.IsEmpty && await _store.ReplaceLetterAsync(letterId, letters, cancel);
    }

    /// <summary>
    /// Does what is due by now: timers first, then procedures that the clock starts, then messages. Texts of
    /// definitions whose time is over go as well, and whoever has missed that a part-session moved is told.
    /// </summary>
    /// <returns>How many pieces of work there were; fewer than the limit means that all is done.</returns>
    public async Task<int> DoDueWorkAsync(int limit, CancellationToken cancel = default) =>
        await _timers.DoAsync(limit, cancel) + await _starts.DoAsync(limit, cancel) + await _inbox.DoAsync(limit, cancel)
        + await PruneAsync(limit, cancel);

    /// <summary>Works until it is cancelled: at once when signalled, otherwise when something falls due.</summary>
    public Task RunAsync(CancellationToken cancel) => WorkLoop.RunAsync(
        new WorkLoop.Settings(Work, _clock, _options.Poll, _options.Troubled) 
        {
            IsOutOfReach = _store.IsOutOfReach, AsksFirst = true,
        },
        () => DoDueWorkAsync(_options.Batch, cancel), () => NextMomentAsync(cancel), cancel);

    private async Task<DateTimeOffset?> NextMomentAsync(CancellationToken cancel) =>
        await _store.NextMomentAsync(cancel) is { } next && next < _nextPruning ? next : _nextPruning;

    // What is kept for months may stay an hour longer.
    private async Task<int> PruneAsync(int limit, CancellationToken cancel)
    {
        var now = Moments.Now(_clock);
        if (now < _nextPruning) return 0;
        var pruned = await _store.PruneRevisionsAsync(now - _options.KeepRevisions, limit, cancel);
        if (pruned < limit) _nextPruning = now + BetweenPrunings;
        return pruned + await MovedParts.TellMissedAsync(_store, now, cancel);
    }

    private async Task FollowAsync(Step step, CancellationToken cancel)
    {
        if (step.IsIdle) return;
        if (!step.Dispatches.IsEmpty) await DrainAsync(ProcedureTree.RootOf(step.After.Id), cancel);
        Work.Raise();
    }

    // What has caused the messages is on the disk: whoever did it must not be told that it failed.
    private async Task DrainAsync(string origin, CancellationToken cancel)
    {
        try
        {
            await _inbox.DrainAsync(origin, cancel);
        }
        catch (Exception exception) when (_store.IsOutOfReach(exception))
        {
            _options.Troubled(exception);
        }
        finally
        {
            // Whoever caused it may have gone away meanwhile: what is left is done at once by somebody else.
            Work.Raise();
        }
    }

    private async Task<string> NewIdAsync(Definition definition, Value.Map inputs, CancellationToken cancel)
    {
        var stem = ProcedureIds.Stem(definition.DefinitionId, inputs, Moments.Now(_clock));
        return ProcedureIds.Of(stem, await _store.NextNumberAsync(stem, cancel));
    }
}
