namespace Procedures.Reliability.Kills;

/// <summary>Real time that passes: a process that is killed has no clock that could be moved.</summary>
internal static class Rest
{
    public static async Task ForAsync(TimeSpan span)
    {
        using var timer = new PeriodicTimer(span);
        await timer.WaitForNextTickAsync();
    }
}
