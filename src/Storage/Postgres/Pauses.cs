namespace Procedures.Storage.Postgres;

/// <summary>Waiting before something is tried again.</summary>
internal static class Pauses
{
    public static Task WaitAsync(TimeSpan pause, CancellationToken cancel = default) => Task.Delay(pause, cancel);
}
