using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Writes steps in the order of their arrival. What arrives while a commit is running goes together in the next one;
/// nobody waits when it is idle. Only when much waits is there a second commit beside the first: large groups cost
/// PostgreSQL less than many. A commit that takes long, because somebody else holds one of its rows, holds up nobody who
/// comes after it.
/// </summary>
internal sealed class WriteLanes(NpgsqlDataSource source, ICrashPoints crash, int most) : IAsyncDisposable
{
    private const int LargestGroup = 128;

    /// <summary>So much must wait before another commit begins beside those that run.</summary>
    private const int Crowd = 8;

    /// <summary>Beside so many commits that take long no other one begins.</summary>
    private const int MostSlow = 3;

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100);

    private readonly StepWriter _writer = new(source, crash);
    private readonly Lock _lock = new();
    private readonly List<Task> _running = [];

    // In the order of arrival.
    private List<PendingSteps> _waiting = [];

    // Procedures whose steps are on their way to the disk: the next step of each begins where the last one ends.
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    // Of the lanes that run, those whose commit takes long.
    private int _slow;
    private int _lanes;
    private bool _isClosed;

    /// <summary>Completes when the steps are on the disk, or when it is certain that they are not.</summary>
    /// <param name="mayBeWritten">They were sent before, and the connection broke.</param>
    public Task<CommitResult> WriteAsync(StepRows[] steps, bool mayBeWritten, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var pending = new PendingSteps(steps) { MayBeWritten = mayBeWritten };
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(PostgresStore));
            _waiting.Add(pending);
            var quick = _lanes - _slow;
            if (quick == 0 || (quick < most && _waiting.Count >= Crowd)) Open();
        }
        return pending.Done;
    }

    // Under the lock.
    private void Open()
    {
        if (_slow >= MostSlow) return;
        _lanes++;
        _running.RemoveAll(lane => lane.IsCompleted);
        _running.Add(Task.Run(RunAsync, CancellationToken.None));
    }

    /// <summary>Finishes what waits; nothing more is taken.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            _isClosed = true;
            running = [.. _running];
        }
        await Task.WhenAll(running);
    }

    private async Task RunAsync()
    {
        while (NextGroup() is { } group)
        {
            await WriteAsync(group);
            lock (_lock)
                foreach (var step in group.SelectMany(pending => pending.Steps)) _underWay.Remove(step.After.Id);
            // Whoever is about to hand something in on a busy machine comes along.
            await Task.Yield();
        }
    }

    private async Task WriteAsync(List<PendingSteps> group)
    {
        var writing = _writer.WriteAsync(group);
        using var isWritten = new CancellationTokenSource();
        if (await Task.WhenAny(writing, Pauses.WaitAsync(Long, isWritten.Token)) == writing)
        {
            await isWritten.CancelAsync();
            return;
        }
        lock (_lock)
        {
            _slow++;
            if (_waiting.Count > 0 && _lanes == _slow) Open();
        }
        await writing;
        lock (_lock) _slow--;
    }

    /// <returns>Null when nothing waits that could be written now; then the lane has ended.</returns>
    private List<PendingSteps>? NextGroup()
    {
        lock (_lock)
        {
            var (group, left) = (new List<PendingSteps>(), new List<PendingSteps>());
            // Who waits for a procedure that is under way keeps its place before those who come after it.
            var blocked = new HashSet<string>(StringComparer.Ordinal);
            foreach (var next in _waiting)
            {
                var isFree = group.Count < LargestGroup
                    && !next.Steps.Any(s => _underWay.Contains(s.After.Id) || blocked.Contains(s.After.Id));
                (isFree ? group : left).Add(next);
                foreach (var step in next.Steps) (isFree ? _underWay : blocked).Add(step.After.Id);
            }
            _waiting = left;
            if (group.Count > 0) return group;
            // Another lane has what the rest waits for, and looks again when it is done.
            _lanes--;
            return null;
        }
    }
}
