using Xunit.Abstractions;

namespace Procedures.Reliability.Sweep;

[Collection(ServerCollection.Name)]
public sealed class RealSweepTests(ITestOutputHelper output)
{
    private static readonly Delivered Delivered = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_delivered_procedure_that_is_stopped_anywhere_ends_as_if_nothing_had_happened(int plan)
    {
        var outcome = await RealSweep.RunAsync(Delivered, Effort.Short.Sweeps[plan]);
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings.Take(20)));
        Assert.True(outcome.Figures[0].Runs > 0, "No place was tried.");
    }
}
