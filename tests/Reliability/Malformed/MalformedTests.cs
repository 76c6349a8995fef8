using Xunit.Abstractions;

namespace Procedures.Reliability.Malformed;

public sealed class MalformedTests(ITestOutputHelper output)
{
    private static readonly Delivered Delivered = new();

    [Fact]
    public void A_damaged_definition_is_refused_with_a_place_or_runs() =>
        Expect(DamagedDefinitions.Run(Delivered, Effort.Short.Definitions, 1), ends: 3);

    [Fact]
    public void A_damaged_expression_fails_only_in_the_two_foreseen_ways() =>
        Expect(DamagedTexts.Expressions(Delivered, Effort.Short.Expressions, 1), ends: 3);

    [Fact]
    public void A_damaged_rule_is_refused_or_resolved() =>
        Expect(DamagedTexts.Rules(Delivered, Effort.Short.Rules, 1), ends: 2);

    [Fact]
    public void A_damaged_body_never_makes_the_host_fail_nor_costs_a_definition() =>
        Expect(DamagedBodies.Run(onPostgres: false, Effort.Short.Bodies, 1), ends: 5);

    private void Expect(Outcome outcome, int ends)
    {
        output.WriteLine(string.Join('\n', outcome.Figures));
        Assert.True(outcome.Findings.IsEmpty, string.Join('\n', outcome.Findings.Take(20)));
        Assert.True(outcome.Figures[0].Distinct >= ends, "The damage is too uniform to show anything.");
    }
}
