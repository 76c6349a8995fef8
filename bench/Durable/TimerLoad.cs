using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;

namespace Procedures.Bench;

/// <summary>Timers of real procedures: each wakes one, which takes a step and ends.</summary>
internal sealed class TimerLoad(Cluster cluster, params Workshop[] hosts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly BenchClock _clock = new();

    /// <summary>All timers are overdue when the hosts begin: how fast they are done.</summary>
    /// <param name="ready">Told when all are open and nothing is done yet.</param>
    public async Task<Rate> DrainAsync(int timers, Func<Task>? ready = null)
    {
        var begin = await OpenAsync(timers, TimeSpan.FromSeconds(1));
        if (ready is not null) await ready();
        _clock.Set(begin.AddMinutes(1));
        return (await RunAsync(timers)).Rate;
    }

    /// <summary>Timers fall due evenly.</summary>
    /// <returns>How late their steps were on the disk, and the seconds from the first moment to the last commit.</returns>
    public async Task<(Rate Rate, double Seconds)> OfferAsync(int timers, int perSecond)
    {
        var begin = await OpenAsync(timers, TimeSpan.FromSeconds(1.0 / perSecond) * timers);
        _clock.Set(begin.AddMilliseconds(-200));
        var (rate, late) = await RunAsync(timers);
        late.Sort();
        return (rate with { P50 = late[late.Count / 2], P99 = late[late.Count * 99 / 100] },
            (_clock.GetUtcNow() - begin).TotalSeconds);
    }

    private async Task<DateTimeOffset> OpenAsync(int timers, TimeSpan window)
    {
        var begin = new DateTimeOffset(_clock.GetUtcNow().AddDays(1).Date, TimeSpan.Zero).AddHours(12);
        var conductor = hosts[0].ConductorWith(_clock);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForEachAsync(Enumerable.Range(0, timers), degree, async (i, cancel) =>
        {
            var due = begin + window / timers * i;
            var inputs = Value.MapOf(("Due", Value.Of(due.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))));
            if ((await conductor.OpenAsync("bench-timed", new OpeningRequest(inputs, "bench"), cancel)).Step?.After.Waits is not [_])
                throw new InvalidOperationException("The procedure does not wait.");
        });
        return begin;
    }

    private async Task<(Rate Rate, List<double> Late)> RunAsync(int timers)
    {
        var late = new ConcurrentBag<double>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = timers;
        var options = new ConductorOptions
        {
            StepTaken = step =>
            {
                late.Add((_clock.GetUtcNow() - step.Before.Waits[0].WakeAt!.Value).TotalMilliseconds);
                if (Interlocked.Decrement(ref left) == 0) done.TrySetResult();
            },
            Troubled = exception => done.TrySetException(exception),
        };
        using var stop = new CancellationTokenSource();
        var (begin, used) = (Stopwatch.GetTimestamp(), Cpu.Now(cluster.ProcessId));
        var loops = hosts.Select(host => Task.Run(() => host.ConductorWith(_clock, options).RunAsync(stop.Token))).ToArray();
        await done.Task.WaitAsync(Patience);
        var (taken, cpu) = (Stopwatch.GetElapsedTime(begin), Cpu.Now(cluster.ProcessId) - used);
        await stop.CancelAsync();
        await Task.WhenAll(loops);
        return (Rate.Of(timers, taken, cpu), [.. late]);
    }
}
