namespace Procedures.Storage;

/// <summary>The turn of a store that serves one host: it is always its own.</summary>
internal sealed class OnlyHostTurn : IAsyncDisposable
{
    public static readonly OnlyHostTurn Instance = new();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
