using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Writes steps in the order of their arrival. What arrives while a commit is running goes together in the next one;
/// nobody waits when it is idle. Only when very much waits is there a second commit beside the first: large groups cost
/// PostgreSQL less than many.
/// </summary>
internal sealed class WriteLanes(NpgsqlDataSource source, ICrashPoints crash, int most) : IAsyncDisposable
{
    private const int LargestGroup = 128;

    /// <summary>So much must wait before another commit begins beside those that run.</summary>
    private const int Crowd = 24;

    private readonly StepWriter _writer = new(source, crash);
    private readonly Lock _lock = new();
    private readonly List<Task> _running = [];

    // In the order of arrival.
    private List<PendingSteps> _waiting = [];

    // Procedures whose steps are on their way to the disk: the next step of each begins where the last one ends.
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
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
            if (_lanes > 0 && (_lanes >= most || _waiting.Count < Crowd)) return pending.Done;
            _lanes++;
            _running.RemoveAll(lane => lane.IsCompleted);
            _running.Add(Task.Run(RunAsync, CancellationToken.None));
        }
        return pending.Done;
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
            await _writer.WriteAsync(group);
            lock (_lock)
                foreach (var step in group.SelectMany(pending => pending.Steps)) _underWay.Remove(step.After.Id);
        }
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
