using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task What_is_taken_off_the_lists_is_on_none_and_is_kept()
    {
        await OpenProcedureAsync("stays");
        await AdvanceAsync(await OpenProcedureAsync("goes"), new Stimulus.Removed("x"), Moves.Start.AddDays(1));

        foreach (var order in Enum.GetValues<ProcedureOrder>())
            Assert.Equal(["stays"], await IdsAsync(new ProcedureFilter { Order = order }));
        Assert.Equal(["stays"], await IdsAsync(new ProcedureFilter { State = "EE" }));
        Assert.Equal(1, (await Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total);
        Assert.Equal(1, (await Store.CountAsync(Moves.Start, new DateOnly(2026, 1, 15))).Procedures);
        Assert.Equal(2, (await IdsAsync(new ProcedureFilter { WithRemoved = true })).Length);
        Assert.True((await Store.FindProcedureAsync("goes"))!.IsRemoved);
        Assert.False((await Store.FindProcedureAsync("stays"))!.IsRemoved);
        Assert.Equal(Moves.Start.AddDays(1), (await Store.LoadAsync("goes"))!.RemovedAt);
        Assert.NotEmpty((await Store.JournalAsync("goes", PageRequest.First)).Items);
    }

    [Fact]
    public async Task Leaving_the_lists_later_does_not_change_the_day_on_which_a_procedure_ended()
    {
        var over = await AdvanceAsync(
            await OpenProcedureAsync("p"), new Stimulus.Cancelled("x"), Moves.Start.AddDays(1));
        await AdvanceAsync(over, new Stimulus.Removed("x"), Moves.Start.AddDays(9));

        Assert.Equal(Moves.Start.AddDays(1), (await Store.FindProcedureAsync("p"))!.EndedAt);
    }

    [Fact]
    public async Task The_first_step_of_an_imported_procedure_may_carry_a_whole_journal()
    {
        var first = Moves.Open(Engine, "p", PlayDefinitions.TwoTasks);
        var second = Engine.Advance(first.After, new Stimulus.Cancelled("enough"), Moves.Start.AddDays(1));
        var both = new Step(first.Before, second.After) { Journal = [.. first.Journal, .. second.Journal] };

        Assert.Equal(CommitResult.Committed, await CommitAsync(both, Moves.Opening));
        Assert.Equal(second.After.JournalLength, (await Store.JournalAsync("p", PageRequest.First)).Total);
        Assert.Equal(second.After.Step, (await Store.LoadAsync("p"))!.Step);
        Assert.Equal(CommitResult.LostRace, await CommitAsync(both, Moves.Opening));
    }
}
