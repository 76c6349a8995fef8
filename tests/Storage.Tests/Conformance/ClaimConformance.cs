using System.Text.Json;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_step_that_cannot_be_written_takes_nothing_of_its_claim_with_it()
    {
        foreach (var id in new[] { "p1", "p2", "p3" }) await OpenProcedureAsync(id);
        await using var claim = await Store.ClaimTimersAsync(Moves.Start.AddYears(1), 10);
        var commits = new List<StepCommit>();
        foreach (var timer in claim.Timers)
        {
            var stimulus = new Stimulus.TimerDue(timer.Wait);
            var step = Engine.Advance((await claim.LoadAsync(timer.ProcedureId))!, stimulus, timer.DueAt);
            if (timer.ProcedureId == "p2")
                step = step with { After = step.After with { Outputs = Value.MapOf(("deep", Deep())) } };
            commits.Add(new StepCommit(step, stimulus));
        }

        var written = await claim.CommitAsync([.. commits]);

        foreach (var (commit, ending) in commits.Zip(written))
            if (commit.Step.After.Id == "p2") await Assert.ThrowsAsync<JsonException>(() => ending);
            else Assert.Equal(CommitResult.Committed, await ending);
        await claim.DisposeAsync();
        var steps = await Task.WhenAll(new[] { "p1", "p2", "p3" }.Select(StepOfAsync));
        Assert.Equal([2, 1, 2], steps);
    }

    // Deeper than any document may be.
    private static Value Deep() => Enumerable.Range(0, 300).Aggregate(Value.Null, (inner, _) => Value.Of([inner]));

    private async Task<int> StepOfAsync(string id) => (await Store.LoadAsync(id))!.Step;
}
