using System.Collections.Concurrent;
using Quartz;

namespace Procedures.Bench.Quartz;

/// <summary>The job: it notes how late it is.</summary>
internal sealed class Late : IJob
{
    private static ConcurrentBag<double> _late = [];
    private static TaskCompletionSource _done = new();
    private static int _left;

    /// <summary>Completes when so many have run; its answer is how late they were, in milliseconds.</summary>
    public static async Task<double[]> ExpectAsync(int count, Func<Task> begin)
    {
        (_late, _left) = ([], count);
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await begin();
        await _done.Task;
        return [.. _late.Order()];
    }

    public Task Execute(IJobExecutionContext context)
    {
        _late.Add((DateTimeOffset.UtcNow - context.ScheduledFireTimeUtc!.Value).TotalMilliseconds);
        if (Interlocked.Decrement(ref _left) == 0) _done.TrySetResult();
        return Task.CompletedTask;
    }
}
