namespace Procedures.Storage.Postgres;

/// <summary>
/// The database's clock, kept between two looks at it by the host's own stopwatch: hosts whose clocks differ by minutes
/// agree on what is due.
/// </summary>
/// <param name="host">What counts the time between two looks, and the clock until the first one.</param>
public sealed class PostgresClock(TimeProvider host) : TimeProvider
{
    // How far a host's stopwatch may go wrong between two looks.
    private const double Drift = 0.001;

    /// <param name="Doubt">By how much the moment may be wrong at most: half the time that the answer took.</param>
    private sealed record Look(DateTimeOffset Moment, long Timestamp, TimeSpan Doubt);
    private Look? _look;

    public override DateTimeOffset GetUtcNow() => Volatile.Read(ref _look) is { } look
        ? look.Moment + host.GetElapsedTime(look.Timestamp)
        : host.GetUtcNow();

    public override long TimestampFrequency => host.TimestampFrequency;
    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    /// <summary>
    /// Takes the database's answer to the question what time it is, unless it took so long that what is known already is
    /// more exact.
    /// </summary>
    /// <param name="moment">The answer, UTC.</param>
    /// <param name="asked">The host's timestamp when it asked. The answer was given half way between then and now.</param>
    public void Set(DateTimeOffset moment, long asked)
    {
        var now = host.GetTimestamp();
        var doubt = host.GetElapsedTime(asked, now) / 2;
        var look = new Look(moment + doubt, now, doubt);
        if (Volatile.Read(ref _look) is not { } before || !IsVaguer(look, before)) Volatile.Write(ref _look, look);
    }

    // An answer that contradicts what is known is the truth, however long it took: somebody has set the database's clock.
    private bool IsVaguer(Look look, Look before)
    {
        var since = host.GetElapsedTime(before.Timestamp, look.Timestamp);
        var doubt = before.Doubt + (since * Drift);
        return look.Doubt > doubt && (look.Moment - (before.Moment + since)).Duration() <= look.Doubt + doubt;
    }
}
