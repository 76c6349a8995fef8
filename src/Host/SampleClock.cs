namespace Procedures;

/// <summary>The clock of sample procedures, which have a past before the host has started.</summary>
internal sealed class SampleClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Moves in both directions: every sample begins in its own past.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
