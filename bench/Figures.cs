using System.Diagnostics;
using Procedures.Execution;

namespace Procedures.Bench;

/// <summary>One measured figure with its goal.</summary>
internal sealed record Figure(string What, string Goal, string Measured);

/// <summary>The engine's own figures: no disk, no network.</summary>
internal static class EngineFigures
{
    public static IEnumerable<Figure> Measure(Subject subject)
    {
        var year = subject.Rehearse();
        for (var i = 0; i < 20; i++) subject.Rehearse();
        yield return new("a rehearsed year, after start-up", "≤ 50 ms",
            $"{Median(Enumerable.Range(0, 21).Select(_ => Time(() => subject.Rehearse()))):0.0} ms median of 21");

        var steps = year.Steps.Where(s => s.Stimulus is not null).ToArray();
        var times = new List<double>();
        for (var round = 0; round < 200; round++)
            foreach (var step in steps)
                times.Add(Time(() => subject.Engine.Advance(step.Before, step.Stimulus!, step.After.ChangedAt)) * 1000);
        times.Sort();
        yield return new($"Advance, over the {steps.Length} steps of that year", "≤ 50 µs median",
            $"{times[times.Count / 2]:0} µs median, {times[times.Count * 99 / 100]:0} µs p99");

        var json = new ProcedureJson(subject.FindByHash);
        var sizes = year.Steps.Select(s => (double)System.Text.Encoding.UTF8.GetByteCount(json.Write(s.After))).ToArray();
        yield return new("state document", "≤ 8 kB median",
            $"{Median(sizes) / 1000:0.0} kB median, {sizes.Max() / 1000:0.0} kB largest");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Milliseconds that one call takes.</summary>
    public static double Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
