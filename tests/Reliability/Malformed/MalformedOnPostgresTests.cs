namespace Procedures.Reliability.Malformed;

[Collection(ServerCollection.Name)]
public sealed class MalformedOnPostgresTests
{
    [Fact]
    public void A_damaged_body_never_makes_a_host_on_PostgreSQL_fail_nor_costs_a_definition()
    {
        var outcome = DamagedBodies.Run(onPostgres: true, Effort.Short.Bodies, 1001);
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings.Take(20)));
        Assert.True(outcome.Figures[0].Distinct >= 5, "The damage is too uniform to show anything.");
    }
}
