namespace Procedures.Practice;

/// <summary>One move of the practice clock, under way or over.</summary>
/// <param name="From">Where the clock stood, UTC.</param>
/// <param name="To">Where it shall stand, UTC.</param>
public sealed record PracticeMove(DateTimeOffset From, DateTimeOffset To)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pieces;

    /// <summary>Completes when the clock stands again, whether it has arrived or not.</summary>
    public Task Done => _done.Task;

    /// <summary>How many timers, starts, messages and letters were worked off.</summary>
    public int Pieces => Volatile.Read(ref _pieces);

    /// <summary>Whether something went wrong on the way; the reason stands in the log.</summary>
    public bool HasFailed { get; private set; }

    internal void Add(int pieces) => Interlocked.Add(ref _pieces, pieces);

    internal void End(bool hasFailed)
    {
        HasFailed = hasFailed;
        _done.TrySetResult();
    }
}
