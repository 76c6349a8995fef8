using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

/// <summary>
/// Joins that are reached a second time through a back arrow, with other branches taken in another order.
/// </summary>
public sealed class JoinLoopTests
{
    public static IEnumerable<object?[]> Modes => JoinTableTests.Modes.Where(m => (string)m[0] != nameof(Gate.Each));

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_join_in_a_loop_begins_anew_each_round(string gate, bool tokens, string? joinMode, string? mergeMode)
    {
        for (var count = 2; count <= 3; count++)
            foreach (var first in JoinModel.Combinations(count, Branch.Dead, Branch.Waiting))
                foreach (var second in JoinModel.Combinations(count, Branch.Dead, Branch.Waiting))
                {
                    var plan = Draw(first, second, tokens, joinMode, mergeMode);
                    foreach (var one in JoinModel.Orders(Waiting(first)))
                        foreach (var two in JoinModel.Orders(Waiting(second)))
                            Check(Enum.Parse<Gate>(gate), plan, (first, one), (second, two));
                }
    }

    private static int[] Waiting(Branch[] branches) =>
        [.. Enumerable.Range(0, branches.Length).Where(i => branches[i] == Branch.Waiting)];

    private static void Check(Gate gate, Plan plan, params (Branch[] Branches, int[] Order)[] rounds)
    {
        var stage = new Stage(plan);
        var joined = 0;
        foreach (var (branches, order) in rounds)
        {
            var model = new JoinModel(gate, branches.Length, order.Length);
            var arrived = 0;
            while (!model.IsOver(arrived)) stage.Publish($"e{order[arrived++]}");
            if (model.Runs(arrived) == 0) break;
            joined++;
        }
        var course = string.Join(" then ",
            rounds.Select(r => $"[{string.Join(',', r.Branches)}] {string.Join(',', r.Order)}"));
        Assert.True(stage.World.Lines.Count(l => l == "joined") == joined && stage.Status == ProcedureStatus.Finished,
            $"{course}: joined {joined} times expected, found {stage.Lines} and {stage.Status}");
    }

    private static Plan Draw(Branch[] first, Branch[] second, bool tokens, string? joinMode, string? mergeMode)
    {
        var chart = new Chart().Variable("round", "Int32", "0").Add("Elsa.Start", "start").Line("top")
            .Path("start", "top");
        for (var i = 0; i < first.Length; i++)
            chart.Decision($"d{i}", $"[{Taken(first[i])}, {Taken(second[i])}][getRound()]").Wait($"b{i}", $"e{i}")
                .Path("top", $"d{i}:True", $"b{i}", "join");
        if (joinMode is not null) chart.Add("Elsa.FlowJoin", "join", ("mode", In.Text(joinMode)));
        else chart.Add("Elsa.WriteLine", "join", ("customProperties", new JsonObject { ["mergeMode"] = mergeMode }));
        chart.Line("joined").Set("count", "round", "getRound() + 1").Decision("again", "getRound() < 2")
            .Path("join", "joined", "count", "again:True", "top");
        return chart.Plan() with { UsesTokens = tokens };
    }

    private static string Taken(Branch branch) => branch == Branch.Dead ? "false" : "true";
}
