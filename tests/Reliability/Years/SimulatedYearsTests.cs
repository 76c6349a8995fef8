using Xunit.Abstractions;

namespace Procedures.Reliability.Years;

public sealed class SimulatedYearsTests(ITestOutputHelper output)
{
    [Fact]
    public void Whatever_is_answered_no_promise_is_broken()
    {
        var outcome = SimulatedYears.Run(new Delivered(), Effort.Short.Years, firstSeed: 1);
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings.Take(20)));
    }

    [Fact]
    public void Whatever_officers_do_besides_no_promise_is_broken()
    {
        var outcome = SimulatedYears.Run(new Delivered(), Effort.Short.Years, firstSeed: 1, intervenes: true);
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings.Take(20)));
    }

    [Fact]
    public void Courses_take_more_than_a_few_different_ways()
    {
        var outcome = SimulatedYears.Run(new Delivered(), years: 200, firstSeed: 50_001);
        Assert.InRange(outcome.Figures[0].Distinct, 100, 200);
    }
}
