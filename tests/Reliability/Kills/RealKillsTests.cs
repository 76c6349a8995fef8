using Xunit.Abstractions;

namespace Procedures.Reliability.Kills;

[Collection(ServerCollection.Name)]
public sealed class RealKillsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Two_hosts_on_PostgreSQL_that_are_killed_in_turn_lose_nothing_and_do_nothing_twice() =>
        Expect(await RealKills.RunAsync(Effort.Short.OnPostgres[0], TextWriter.Null));

    [Fact]
    public async Task One_host_on_SQLite_that_is_killed_loses_nothing_and_does_nothing_twice() =>
        Expect(await RealKills.RunAsync(Effort.Short.OnSqlite[0], TextWriter.Null));

    private void Expect(Outcome outcome)
    {
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings));
    }
}
