namespace Procedures.Play;

/// <summary>A clock that only a test moves.</summary>
public sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset moment) => _now = moment;

    public void Move(TimeSpan by) => _now += by;
}
