using System.Threading.Channels;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Writes steps in the order of their arrival. What arrives while a commit is running goes together in the next one;
/// nobody waits when it is idle.
/// </summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private const int LargestGroup = 128;
    private readonly Channel<PendingSteps> _pending =
        Channel.CreateUnbounded<PendingSteps>(new UnboundedChannelOptions { SingleReader = true });
    private readonly StepWriter _writer;
    private readonly Task _loop;

    public WriteLane(NpgsqlDataSource source, ICrashPoints crash)
    {
        _writer = new StepWriter(source, crash);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Completes when the steps are on the disk, or when it is certain that they are not.</summary>
    /// <param name="mayBeWritten">They were sent before, and the connection broke.</param>
    public Task<CommitResult> WriteAsync(StepRows[] steps, bool mayBeWritten, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var pending = new PendingSteps(steps) { MayBeWritten = mayBeWritten };
        ObjectDisposedException.ThrowIf(!_pending.Writer.TryWrite(pending), typeof(PostgresStore));
        return pending.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        var waiting = new Queue<PendingSteps>();
        while (waiting.Count > 0 || await _pending.Reader.WaitToReadAsync())
        {
            while (_pending.Reader.TryRead(out var next)) waiting.Enqueue(next);
            await _writer.WriteAsync(NextGroup(waiting));
        }
    }

    // Each procedure at most once in a group: its second step begins where the first one ends.
    private static List<PendingSteps> NextGroup(Queue<PendingSteps> waiting)
    {
        var (group, procedures) = (new List<PendingSteps>(), new HashSet<string>(StringComparer.Ordinal));
        for (var left = waiting.Count; left > 0; left--)
        {
            var next = waiting.Dequeue();
            if (group.Count < LargestGroup && !next.Steps.Any(s => procedures.Contains(s.After.Id)))
                group.Add(next);
            else
                waiting.Enqueue(next);
            foreach (var step in next.Steps) procedures.Add(step.After.Id);
        }
        return group;
    }
}
