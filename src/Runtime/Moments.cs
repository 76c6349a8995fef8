namespace Procedures.Runtime;

/// <summary>The present moment as the store can keep it.</summary>
internal static class Moments
{
    /// <summary>Now, in whole milliseconds: every database keeps those exactly, and journal hashes cover them.</summary>
    public static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
