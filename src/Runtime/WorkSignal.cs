namespace Procedures.Runtime;

/// <summary>A knock on the door of a sleeping worker. It may be missed: what is to be done stands in the store.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource _knock = New();

    /// <summary>Wakes whoever waits, and whoever waits next.</summary>
    public void Raise() => Volatile.Read(ref _knock).TrySetResult();

    /// <summary>Returns when it is raised or the time is over.</summary>
    /// <returns>False when the time was over.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await Volatile.Read(ref _knock).Task.WaitAsync(atMost, clock, cancel);
        }
        catch (TimeoutException)
        {
            return false;
        }
        Volatile.Write(ref _knock, New());
        return true;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
