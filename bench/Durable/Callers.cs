using System.Diagnostics;

namespace Procedures.Bench;

/// <summary>Callers who act at the same time, each as soon as what it did before has ended.</summary>
internal static class Callers
{
    /// <param name="act">Does it once; the number counts through all callers.</param>
    /// <param name="most">After so many it ends before the time is over.</param>
    public static async Task<Rate> RunAsync(
        Cluster cluster, int callers, TimeSpan time, Func<int, int, Task> act, int most = int.MaxValue)
    {
        var next = -1;
        var (begin, used) = (Stopwatch.GetTimestamp(), Cpu.Now(cluster.ProcessId));
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(begin) < time)
            {
                var number = Interlocked.Increment(ref next);
                if (number >= most) break;
                var start = Stopwatch.GetTimestamp();
                await act(caller, number);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        var taken = Stopwatch.GetElapsedTime(begin);
        var times = all.SelectMany(t => t).ToList();
        return Rate.Of(times.Count, taken, Cpu.Now(cluster.ProcessId) - used, times);
    }
}
