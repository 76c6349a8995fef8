using Xunit.Abstractions;

namespace Procedures.Reliability.Races;

[Collection(ServerCollection.Name)]
public sealed class TwoHostRacesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_two_hosts_want_at_once_is_done_once()
    {
        var outcome = await TwoHostRaces.RunAsync(Effort.Short.Races, 0);
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings));
        Assert.True(outcome.Figures[0].Distinct > AllRaces.Table.Length, "The same one always wins: nothing raced.");
    }
}
