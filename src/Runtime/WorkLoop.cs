namespace Procedures.Runtime;

/// <summary>Works off what is due, sleeps until the next moment, and survives every failure.</summary>
/// <remarks>Who has slept through a whole poll only asks whether something is due: an idle host asks one question.</remarks>
internal static class WorkLoop
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    // What is due and cannot be had is in the hands of another host.
    private static readonly TimeSpan Elsewhere = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    public sealed record Settings(
        WorkSignal Signal, TimeProvider Clock, TimeSpan Poll, Action<Exception> Troubled)
    {
        /// <summary>Whether a failure only means that the store must be asked again as soon as it answers.</summary>
        public Func<Exception, bool> IsOutOfReach { get; init; } = _ => false;

        /// <summary>Whether nothing is to be done before the next moment has come, unless somebody knocks.</summary>
        public bool AsksFirst { get; init; }
    }

    /// <param name="work">Does a batch and says how much there was.</param>
    /// <param name="nextMoment">When something falls due next, UTC.</param>
    public static async Task RunAsync(
        Settings settings, Func<Task<int>> work, Func<Task<DateTimeOffset?>> nextMoment, CancellationToken cancel)
    {
        var (outages, onlyAsks) = (0, false);
        while (!cancel.IsCancellationRequested)
        {
            var pause = settings.Poll;
            try
            {
                if (!onlyAsks && await work() > 0) continue;
                outages = 0;
                if (await nextMoment() is { } next && next - settings.Clock.GetUtcNow() is var until && until < pause)
                {
                    pause = until > Shortest ? until : until > TimeSpan.Zero ? Shortest : Elsewhere;
                    if (onlyAsks && until <= TimeSpan.Zero) pause = TimeSpan.Zero;
                }
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested && settings.IsOutOfReach(exception))
            {
                // Told once: it is tried again many times.
                if (outages++ == 0) settings.Troubled(exception);
                pause = RestAfter(outages);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                settings.Troubled(exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            onlyAsks = pause == settings.Poll && settings.AsksFirst && outages == 0;
            if (pause > TimeSpan.Zero && await PauseAsync(settings, pause, cancel)) onlyAsks = false;
        }
    }

    // From a twentieth of a second on, doubled.
    private static TimeSpan RestAfter(int outages)
    {
        var rest = Elsewhere * Math.Pow(2, Math.Min(outages - 1, 10));
        return rest < LongestRest ? rest : LongestRest;
    }

    /// <returns>True when somebody has knocked before the time was over.</returns>
    private static async Task<bool> PauseAsync(Settings settings, TimeSpan pause, CancellationToken cancel)
    {
        try
        {
            return await settings.Signal.WaitAsync(pause, settings.Clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The loop's condition ends it.
            return false;
        }
    }
}
