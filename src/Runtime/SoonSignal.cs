namespace Procedures.Runtime;

/// <summary>Raises a signal a little later, once for all who have asked meanwhile.</summary>
/// <remarks>
/// A host that hears of work of another one need not look at once: the other one is doing it. It looks in case the other
/// one has died, and one look serves for everything that it has heard of.
/// </remarks>
public sealed class SoonSignal : IDisposable
{
    private readonly TimeSpan _later;
    private readonly ITimer _timer;
    private int _isSet;

    public SoonSignal(WorkSignal signal, TimeProvider clock, TimeSpan later)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _later = later;
        _timer = clock.CreateTimer(
            _ =>
            {
                Volatile.Write(ref _isSet, 0);
                signal.Raise();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Has the signal raised after the time, unless it will be raised before.</summary>
    public void Raise()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0) _timer.Change(_later, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();
}
