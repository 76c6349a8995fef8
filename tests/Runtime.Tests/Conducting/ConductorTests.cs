using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>Opening, answering, publishing: what people and programs ask of the conductor.</summary>
public sealed class ConductorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ids_are_readable_and_never_given_twice()
    {
        await using var house = Open();

        Assert.Equal("two-tasks-EE-2026-1", await house.OpenAsync(TwoTasks));
        Assert.Equal("two-tasks-EE-2026-2", await house.OpenAsync(TwoTasks));
    }

    [Fact]
    public async Task Only_a_published_definition_is_opened_by_its_id()
    {
        await using var house = Open();
        var request = new OpeningRequest(Moves.Inputs, "Clerk");

        Assert.Contains("two-tasks", (await house.Conductor.OpenAsync("two-tasks", request)).Refusal!.French);
        await house.PublishAsync(TwoTasks);
        Assert.Equal("two-tasks-EE-2026-1", (await house.Conductor.OpenAsync("two-tasks", request)).ProcedureId);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused()
    {
        await using var house = Open();
        await house.OpenAsync(TwoTasks, "p");

        var again = await house.Conductor.OpenAsync(TwoTasks, new OpeningRequest(Moves.Inputs, "Clerk")
            { ProcedureId = "p" });

        Assert.NotNull(again.Refusal);
    }

    [Fact]
    public async Task An_answer_that_is_refused_changes_nothing_and_says_why()
    {
        await using var house = Open();
        var id = await house.OpenAsync(TwoTasks);

        var step = await house.Conductor.SendAsync(id, Moves.Answer(await house.TaskAsync(id), "Refused"));

        Assert.Equal("Pas ainsi.", step.Refusal!.French);
        Assert.Equal(1, (await house.LoadAsync(id)).Step);
    }

    [Fact]
    public async Task A_stimulus_for_a_procedure_that_does_not_exist_is_an_error_of_the_caller()
    {
        await using var house = Open();

        await Assert.ThrowsAsync<UnknownProcedureException>(
            () => house.Conductor.SendAsync("nobody", new Stimulus.Cancelled("x")));
    }

    [Fact]
    public async Task Of_many_people_who_answer_the_same_task_one_is_heard_and_the_others_are_told()
    {
        await using var house = Open();
        var id = await house.OpenAsync(TwoTasks);
        var answer = Moves.Answer(await house.TaskAsync(id));

        var steps = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => house.Conductor.SendAsync(id, answer))));

        Assert.Equal(1, steps.Count(s => !s.IsIdle));
        Assert.Equal(9, steps.Count(s => s.Refusal is not null));
    }

    [Fact]
    public async Task Answers_to_different_tasks_at_the_same_time_are_all_taken()
    {
        await using var house = Open();
        var tasks = Enumerable.Range(1, 8).Select(i => (object)new { type = "Play.Ask", id = $"a{i}" }).ToArray();
        var id = await house.OpenAsync(
            Read("parallel", 1, new { type = "Elsa.Parallel", id = "root", activities = tasks }));
        var waits = (await house.LoadAsync(id)).Waits;

        await Task.WhenAll(waits.Select(w => Task.Run(() => house.Conductor.SendAsync(id, Moves.Answer(w)))));

        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(id)).Status);
    }

    [Fact]
    public async Task A_seed_is_drawn_when_the_task_wants_one_and_stands_in_the_journal()
    {
        await using var house = Open();
        var id = await house.OpenAsync(Sequence("lots", new { type = "Play.Ask", id = "a", draws = Truth(true) }));

        await house.Conductor.SendAsync(id, Moves.Answer(await house.TaskAsync(id)));

        var journal = (await house.Store.JournalAsync(id, PageRequest.First)).Items;
        Assert.Contains(journal, e => e.Sentence.English.StartsWith("Drawn with ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_reports_to_its_parent_before_the_caller_is_answered()
    {
        await using var house = Open();
        await house.PublishAsync(Sequence("child", new { type = "Play.Ask", id = "a" }));
        var id = await house.OpenAsync(ParentOf("child"));

        await house.Conductor.SendAsync(id + ".1", Moves.Answer(await house.TaskAsync(id + ".1")));

        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(id)).Status);
        Assert.Equal(id, Assert.Single(await house.Store.ChildrenAsync(id)).ParentId);
    }

    [Fact]
    public async Task A_parent_whose_child_cannot_be_opened_is_told_so()
    {
        await using var house = Open();

        var id = await house.OpenAsync(ParentOf("missing"));

        Assert.Empty((await house.LoadAsync(id)).Waits);
    }

    [Fact]
    public async Task An_event_reaches_every_procedure_that_waits_and_only_those_it_correlates_with()
    {
        await using var house = Open();
        var listener = Sequence("listener", new { type = "Elsa.Event", id = "e", eventName = Text("Arrived") });
        var (first, second) = (await house.OpenAsync(listener), await house.OpenAsync(listener));

        Assert.True(await house.Conductor.PublishAsync("Arrived", "somebody else's", Value.Null));
        Assert.Equal(ProcedureStatus.Suspended, (await house.LoadAsync(first)).Status);

        Assert.True(await house.Conductor.PublishAsync("Arrived", null, Value.Null, "mail-7"));
        Assert.False(await house.Conductor.PublishAsync("Arrived", null, Value.Null, "mail-7"));
        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(first)).Status);
        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(second)).Status);
    }

    [Fact]
    public async Task An_event_starts_the_published_definitions_that_it_triggers()
    {
        await using var house = Open();
        await house.PublishAsync(Sequence("starts",
            new { type = "Elsa.Event", id = "e", eventName = Text("Arrived"),
                customProperties = new { canStartWorkflow = true } },
            new { type = "Play.Ask", id = "a" }));

        await house.Conductor.PublishAsync("Arrived", "c-1", Value.Null, "mail-8");

        var row = Assert.Single((await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items);
        Assert.Equal(("starts", "c-1"), (row.DefinitionId, row.CorrelationId));
        Assert.Single((await house.Store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items);
    }

    [Fact]
    public async Task An_outside_program_reports_by_the_task_s_id()
    {
        await using var house = Open();
        var id = await house.OpenAsync(
            Sequence("outside", new { type = "Elsa.RunTask", id = "r", taskName = Text("Translate") }));
        var task = Assert.Single(await house.Store.OutsideTasksAsync(10));

        Assert.NotNull(await house.Conductor.ReportTaskAsync(task.TaskId, Value.Null, "translator"));
        Assert.Null(await house.Conductor.ReportTaskAsync(task.TaskId, Value.Null, "translator"));
        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync(id)).Status);
    }

    private static Procedures.Definitions.Definition ParentOf(string child) => Sequence("parent", new
    {
        type = "Elsa.ExecuteWorkflow", id = "c", workflowDefinitionId = Text(child), waitForCompletion = Truth(true),
    });

    private House Open() => House.Open(_folder.File("p.db"), _clock);
}
