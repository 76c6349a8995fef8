using System.Globalization;

namespace Procedures.Bench;

/// <summary>Collects the rounds of one rate, each with the limit that was measured just before.</summary>
internal sealed class Report(string what, string goal)
{
    private readonly List<(Rate Rate, double Ratio)> _rounds = [];

    /// <param name="limit">Steps a second of pgbench in the same round.</param>
    public void Add(Rate rate, double limit) => _rounds.Add((rate, rate.PerSecond / limit));

    /// <summary>Medians of the rounds.</summary>
    /// <param name="withTimes">Whether somebody waits for each operation.</param>
    public Figure ToFigure(bool withTimes = true, string more = "")
    {
        var rate = Rate.Median(_rounds.Select(r => r.Rate));
        var ratio = EngineFigures.Median(_rounds.Select(r => r.Ratio));
        var times = withTimes ? string.Create(CultureInfo.InvariantCulture,
            $"; p50 {EngineFigures.Median(_rounds.Select(r => r.Rate.P50)):0.0} ms, p99 {EngineFigures.Median(_rounds.Select(r => r.Rate.P99)):0} ms")
            : "";
        return new(what, goal, string.Create(CultureInfo.InvariantCulture,
            $"**{ratio:0.00} C** ({rate.PerSecond:N0}/s); {rate.CpuText}{times}{more}"));
    }
}
