namespace Procedures.Storage.Postgres;

/// <summary>
/// The database's clock, kept between two looks at it by the host's own stopwatch: hosts whose clocks differ by minutes
/// agree on what is due.
/// </summary>
/// <param name="host">What counts the time between two looks, and the clock until the first one.</param>
public sealed class PostgresClock(TimeProvider host) : TimeProvider
{
    private sealed record Look(DateTimeOffset Moment, long Timestamp);
    private Look? _look;

    public override DateTimeOffset GetUtcNow() => Volatile.Read(ref _look) is { } look
        ? look.Moment + host.GetElapsedTime(look.Timestamp)
        : host.GetUtcNow();

    public override long TimestampFrequency => host.TimestampFrequency;
    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes the database's answer to the question what time it is.</summary>
    /// <param name="moment">The answer, UTC.</param>
    /// <param name="asked">The host's timestamp when it asked. The answer was given half way between then and now.</param>
    public void Set(DateTimeOffset moment, long asked)
    {
        var now = host.GetTimestamp();
        Volatile.Write(ref _look, new Look(moment + (host.GetElapsedTime(asked, now) / 2), now));
    }
}
