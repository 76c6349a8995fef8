using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.ControlFlow;

/// <summary>
/// Every way of joining, with two to four branches, every choice of branches, and every order of arrival.
/// </summary>
public sealed class JoinTableTests
{
    public static TheoryData<string, bool, string?, string?> Modes => new()
    {
        { nameof(Gate.AllActive), false, null, null },
        { nameof(Gate.AllActive), false, "WaitAllActive", null },
        { nameof(Gate.All), false, "WaitAll", null },
        { nameof(Gate.First), false, "WaitAny", null },
        { nameof(Gate.AllActive), true, null, "None" },
        { nameof(Gate.AllActive), true, null, "Stream" },
        { nameof(Gate.All), true, null, "Merge" },
        { nameof(Gate.All), true, null, "Converge" },
        { nameof(Gate.Each), true, null, "Cascade" },
        { nameof(Gate.First), true, null, "Race" },
        { nameof(Gate.All), true, "WaitAll", null },
        { nameof(Gate.All), true, "WaitAllActive", null },
        { nameof(Gate.First), true, "WaitAny", null },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_join_runs_as_often_and_as_early_as_its_mode_says(string gate, bool tokens, string? joinMode,
        string? mergeMode)
    {
        for (var count = 2; count <= 4; count++)
            foreach (var branches in JoinModel.Combinations(count, Branch.Dead, Branch.Immediate, Branch.Waiting))
            {
                var waiting = Enumerable.Range(0, count).Where(i => branches[i] == Branch.Waiting).ToArray();
                foreach (var order in JoinModel.Orders(waiting))
                    Check(Enum.Parse<Gate>(gate), branches, order, Draw(branches, tokens, joinMode, mergeMode));
            }
    }

    private static void Check(Gate gate, Branch[] branches, int[] order, Plan plan)
    {
        if (gate == Gate.First && branches.Contains(Branch.Immediate))
        {
            CheckWonAtOnce(branches, order, plan);
            return;
        }
        var model = new JoinModel(gate, branches.Length, branches.Count(b => b != Branch.Dead));
        var arrived = branches.Count(b => b == Branch.Immediate);
        var stage = new Stage(plan);
        Compare(model, arrived, stage, $"{string.Join(',', branches)} opened");
        foreach (var branch in order)
        {
            if (model.IsOver(arrived)) break;
            stage.Publish($"e{branch}");
            Compare(model, ++arrived, stage,
                $"{string.Join(',', branches)} in order {string.Join(',', order)} after {branch}");
        }
        Assert.Empty(stage.Incidents);
    }

    // The first branch that runs through cancels those that wait already. Branches whose turn comes later in the same
    // step are not stopped, as in Elsa: they wait, and their arrival is ignored. In a race each loser cancels again.
    private static void CheckWonAtOnce(Branch[] branches, int[] order, Plan plan)
    {
        var winner = plan.UsesTokens
            ? Array.LastIndexOf(branches, Branch.Immediate)
            : Array.IndexOf(branches, Branch.Immediate);
        var late = order.Where(i => i > winner).Take(plan.UsesTokens ? 1 : branches.Length).ToArray();
        var stage = new Stage(plan);
        for (var i = 0; i <= late.Length; i++)
        {
            var expected = $"1 {(i == late.Length ? ProcedureStatus.Finished : ProcedureStatus.Suspended)}";
            var found = $"{stage.World.Lines.Count(l => l == "joined")} {stage.Status}";
            Assert.True(expected == found,
                $"{string.Join(',', branches)} after {i} late ones: {expected} expected, {found} found");
            if (i < late.Length) stage.Publish($"e{late[i]}");
        }
    }

    private static void Compare(JoinModel model, int arrived, Stage stage, string moment)
    {
        var expected =
            (model.Runs(arrived), model.IsOver(arrived) ? ProcedureStatus.Finished : ProcedureStatus.Suspended);
        Assert.True(expected == (stage.World.Lines.Count(l => l == "joined"), stage.Status),
            $"{moment}: expected {expected}, found {(stage.World.Lines.Count(l => l == "joined"), stage.Status)}");
    }

    private static Plan Draw(Branch[] branches, bool tokens, string? joinMode, string? mergeMode)
    {
        var chart = new Chart().Add("Elsa.Start", "start");
        for (var i = 0; i < branches.Length; i++)
        {
            chart.Decision($"d{i}", branches[i] == Branch.Dead ? "false" : "true");
            if (branches[i] == Branch.Immediate) chart.Line($"b{i}");
            else chart.Wait($"b{i}", $"e{i}");
            chart.Path("start", $"d{i}:True", $"b{i}", "join");
        }
        if (joinMode is not null)
            chart.Add("Elsa.FlowJoin", "join", ("mode", In.Text(joinMode))).Line("joined").Path("join", "joined");
        else chart.Add("Elsa.WriteLine", "join", ("text", In.Text("joined")),
            ("customProperties", new JsonObject { ["mergeMode"] = mergeMode }));
        return chart.Plan() with { UsesTokens = tokens };
    }
}
