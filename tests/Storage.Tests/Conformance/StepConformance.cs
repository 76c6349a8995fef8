using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_procedure_comes_back_as_it_was_committed()
    {
        var committed = await OpenProcedureAsync("p");
        await ReopenAsync();

        var loaded = await Store.LoadAsync("p");

        var json = new ProcedureJson(_ => null);
        Assert.Equal(json.Write(committed), json.Write(loaded!));
        Assert.Equal(committed.Definition.Hash, loaded!.Definition.Hash);
    }

    [Fact]
    public async Task There_is_no_procedure_that_was_never_opened() => Assert.Null(await Store.LoadAsync("nobody"));

    [Fact]
    public async Task Of_two_steps_from_the_same_state_the_second_is_not_written()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(TaskOf(procedure));
        var first = Engine.Advance(procedure, answer, Moves.Start.AddDays(1));
        var second = Engine.Advance(procedure, new Stimulus.Cancelled("enough"), Moves.Start.AddDays(1));

        Assert.Equal(CommitResult.Committed, await CommitAsync(first, answer));
        Assert.Equal(CommitResult.LostRace, await CommitAsync(second, new Stimulus.Cancelled("enough")));

        var row = await Store.FindProcedureAsync("p");
        Assert.Equal((2, ProcedureStatus.Suspended), (row!.Step, row.Status));
        Assert.Equal(first.After.JournalLength, (await Store.JournalAsync("p", PageRequest.First)).Total);
    }

    [Fact]
    public async Task Of_many_writers_at_the_same_time_exactly_one_wins()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(TaskOf(procedure));
        var step = Engine.Advance(procedure, answer, Moves.Start.AddDays(1));

        var results =
            await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => CommitAsync(step, answer))));

        Assert.Equal(1, results.Count(r => r == CommitResult.Committed));
        Assert.Equal(31, results.Count(r => r == CommitResult.LostRace));
    }

    [Fact]
    public async Task An_id_is_given_to_one_procedure_only()
    {
        await OpenProcedureAsync("p");
        var again = Moves.Open(Engine, "p", PlayDefinitions.TwoTasks);

        Assert.Equal(CommitResult.LostRace, await CommitAsync(again, Moves.Opening));
    }

    [Fact]
    public async Task A_batch_is_written_whole_or_not_at_all()
    {
        var late = await OpenProcedureAsync("late");
        await AdvanceAsync(late, Moves.Answer(TaskOf(late)), Moves.Start.AddDays(1));
        var fresh = new StepCommit(Moves.Open(Engine, "fresh", PlayDefinitions.TwoTasks), Moves.Opening);
        var stale = new StepCommit(
            Engine.Advance(late, new Stimulus.Cancelled("x"), Moves.Start.AddDays(2)), new Stimulus.Cancelled("x"));

        var result = await Store.CommitAsync(new CommitBatch([fresh, stale]));

        Assert.Equal(CommitResult.LostRace, result);
        Assert.Null(await Store.LoadAsync("fresh"));
    }

    [Fact]
    public async Task Many_steps_at_the_same_time_are_all_written()
    {
        var ids = Enumerable.Range(1, 200).Select(i => $"p{i}").ToArray();

        await Task.WhenAll(ids.Select(id => Task.Run(() => OpenProcedureAsync(id))));

        Assert.Equal(200, (await Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total);
    }

    [Fact]
    public async Task A_step_that_changes_nothing_is_not_written()
    {
        var procedure = await OpenProcedureAsync("p");
        var idle = Engine.Advance(procedure, new Stimulus.TimerDue(99), Moves.Start);

        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(idle, new Stimulus.TimerDue(99)));
    }

    [Fact]
    public async Task Numbers_of_a_stem_rise_and_never_return()
    {
        Assert.Equal(1, await Store.NextNumberAsync("judge-2026"));
        Assert.Equal(2, await Store.NextNumberAsync("judge-2026"));
        await ReopenAsync();
        Assert.Equal(3, await Store.NextNumberAsync("judge-2026"));
        Assert.Equal(1, await Store.NextNumberAsync("cpt-2026"));
    }

    [Fact]
    public async Task A_running_procedure_keeps_its_definition_whatever_happens_on_the_shelf()
    {
        var procedure = await OpenProcedureAsync("p");
        await Store.RemoveDefinitionAsync("two-tasks");
        await ReopenAsync();

        Assert.Equal(procedure.Definition.Hash, (await Store.LoadAsync("p"))!.Definition.Hash);
        Assert.NotNull(await Store.FindDefinitionDocumentAsync(procedure.Definition.Hash));
    }

    [Fact]
    public async Task What_a_procedure_runs_is_shown_in_the_drawing_that_stands_on_the_shelf()
    {
        var procedure = await OpenProcedureAsync("p");
        var (hash, now) = (procedure.Definition.Hash, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        const string Better = """{ "drawn": "better" }""";
        await Store.SaveDefinitionAsync(new StoredDefinition
        {
            Id = "two-tasks-drawn-1", DefinitionId = "two-tasks-drawn", Version = 1, Name = "Two tasks", Hash = hash,
            CreatedAt = now, SavedAt = now, Document = Better,
        });

        Assert.Equal(Better, await Store.FindDefinitionDocumentAsync(hash));
        Assert.Equal(hash, (await Store.LoadAsync("p"))!.Definition.Hash);
    }
}
