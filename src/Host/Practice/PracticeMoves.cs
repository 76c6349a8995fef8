using Procedures.Deadlines;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Practice;

/// <summary>Moves the practice clock from day to day and does on each what falls due, in order.</summary>
/// <remarks>
/// The day is written down before anything is done on it, so a restart goes on where it was. One at a time works: what
/// the clock brings and what follows from a person's act never overtake one another.
/// </remarks>
public sealed class PracticeMoves(
    PracticeClock clock, IProcedureStore store, Conductor conductor, Postman postman, MandateWatch mandates,
    IHostApplicationLifetime lifetime, ILogger<PracticeMoves> log) : IDisposable
{
    private const int Handful = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _begin = new();
    private CancellationTokenSource _stop = new();
    private PracticeMove? _last;

    /// <summary>Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DayOf(clock.GetUtcNow());

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The move that is under way or was the last one; null before the first one of this run.</summary>
    public PracticeMove? Last => Volatile.Read(ref _last);
    public bool IsMoving => Last is { Done.IsCompleted: false };

    /// <summary>Begins to move; it goes on after the caller has stopped waiting.</summary>
    /// <param name="to">UTC.</param>
    /// <returns>Null when the clock is being moved already, or stands there or later.</returns>
    public PracticeMove? Begin(DateTimeOffset to)
    {
        lock (_begin)
        {
            if (IsMoving || to <= Now) return null;
            _stop.Dispose();
            _stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            var move = new PracticeMove(Now, to);
            Volatile.Write(ref _last, move);
            _ = Task.Run(() => CarryOutAsync(move, _stop.Token));
            return move;
        }
    }

    /// <summary>Lets the clock stand where it is by now.</summary>
    public void Stop()
    {
        lock (_begin) _stop.Cancel();
    }

    /// <summary>When something falls due next, UTC; null when nothing does.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel = default)
    {
        var (work, letter) = (await store.NextMomentAsync(cancel), await store.NextLetterMomentAsync(cancel));
        return work is null || letter < work ? letter : work;
    }

    /// <summary>The moment to look at what is due next: that day's office hour, or later when it falls later.</summary>
    public async Task<DateTimeOffset?> ToNextDueAsync(CancellationToken cancel = default)
    {
        if (await NextDueAsync(cancel) is not { } next || next <= Now) return null;
        var office = PracticeClock.OfficeHourOf(ParisTime.DayOf(next));
        return office > next ? office : next;
    }

    /// <summary>Does at once what is due by now, so that whoever has acted sees what follows.</summary>
    public Task SettleAsync(CancellationToken cancel = default) =>
        InTurnAsync(() => WorkOffAsync(null, cancel), cancel);

    /// <summary>Does what follows from people's acts while the clock stands, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        log.LogInformation("Practice: today is {Day}. Letters are files, nothing is sent.",
            DateText.Long(Today).English);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await SettleAsync(cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Due work failed");
            }
            await KnockAsync(cancel);
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stop.Dispose();
    }

    private async Task CarryOutAsync(PracticeMove move, CancellationToken cancel)
    {
        var hasFailed = false;
        try
        {
            await InTurnAsync(() => MoveAsync(move, cancel), cancel);
        }
        catch (OperationCanceledException)
        {
            // Somebody has stopped it; the day that was reached is written down.
        }
        catch (Exception problem)
        {
            hasFailed = true;
            log.LogError(problem, "Moving the practice clock failed");
        }
        move.End(hasFailed);
    }

    private async Task MoveAsync(PracticeMove move, CancellationToken cancel)
    {
        while (Now < move.To)
        {
            var midnight = ParisTime.StartOf(Today.AddDays(1));
            var until = midnight < move.To ? midnight : move.To;
            while (await NextDueAsync(cancel) is { } next && next <= until)
            {
                var isLater = next > Now;
                if (isLater) await StandAtAsync(next, cancel);
                // Work that is due and cannot be had would otherwise hold the clock for ever.
                if (await WorkOffAsync(move, cancel) == 0 && !isLater) break;
            }
            if (until > Now) await StandAtAsync(until, cancel);
            await WorkOffAsync(move, cancel);
        }
    }

    private async Task StandAtAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var mark = await PracticeMark.FindAsync(store, cancel)
            ?? throw new InvalidOperationException("The practice database has lost its mark.");
        await (mark with { Now = moment }).SaveAsync(store, cancel);
        clock.MoveTo(moment);
    }

    // Mandates first: what they open has work of its own on the same day.
    private async Task<int> WorkOffAsync(PracticeMove? move, CancellationToken cancel)
    {
        for (var all = 0; ;)
        {
            var done = await mandates.LookAsync(cancel) + await conductor.DoDueWorkAsync(Handful, cancel)
                + await postman.DoPendingAsync(cancel);
            if (done == 0) return all;
            all += done;
            move?.Add(done);
        }
    }

    private async Task InTurnAsync(Func<Task> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task KnockAsync(CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] knocks =
        [
            conductor.Work.WaitAsync(Poll, clock, enough.Token), postman.Work.WaitAsync(Poll, clock, enough.Token),
            mandates.Work.WaitAsync(Poll, clock, enough.Token),
        ];
        await Task.WhenAny(knocks);
        // One that goes on waiting would swallow the next knock.
        await enough.CancelAsync();
        await Task.WhenAll(knocks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
