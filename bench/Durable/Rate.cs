using System.Globalization;

namespace Procedures.Bench;

/// <summary>How fast something went, and what it cost.</summary>
/// <param name="PerSecond">Operations a second.</param>
/// <param name="EngineCpu">Milliseconds of processor time of an operation in the engine's process.</param>
/// <param name="DatabaseCpu">The same in PostgreSQL.</param>
/// <param name="P50">Milliseconds of an operation, as its caller sees it; 0 when nobody waits.</param>
internal sealed record Rate(double PerSecond, double EngineCpu, double DatabaseCpu, double P50 = 0, double P99 = 0,
    int Operations = 0)
{
    public double Cpu => EngineCpu + DatabaseCpu;

    public string CpuText => string.Create(CultureInfo.InvariantCulture,
        $"CPU {Cpu:0.00} ms ({EngineCpu:0.00} + {DatabaseCpu:0.00} PostgreSQL)");

    /// <summary>The middle one of several by its rate.</summary>
    public static Rate Median(IEnumerable<Rate> rates)
    {
        var sorted = rates.OrderBy(r => r.PerSecond).ToArray();
        return sorted[sorted.Length / 2];
    }

    public static Rate Of(int operations, TimeSpan time, Cpu used, List<double>? times = null)
    {
        times?.Sort();
        return new(operations / time.TotalSeconds, used.Engine.TotalMilliseconds / operations,
            used.Database.TotalMilliseconds / operations,
            times is { Count: > 0 } ? times[times.Count / 2] : 0, times is { Count: > 0 } ? times[times.Count * 99 / 100] : 0, operations);
    }
}
