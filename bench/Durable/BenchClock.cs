namespace Procedures.Bench;

/// <summary>The computer's clock, which can be set forward.</summary>
internal sealed class BenchClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    /// <summary>It is now that moment.</summary>
    public void Set(DateTimeOffset moment) => Volatile.Write(ref _ahead, (moment - base.GetUtcNow()).Ticks);
}
