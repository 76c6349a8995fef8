using Procedures.Execution;
using Procedures.Play;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_list_shows_title_state_stage_deadline_and_who_is_waited_for()
    {
        await OpenProcedureAsync("p");

        var row = Assert.Single((await Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items);

        Assert.Equal(new Bilingual("Election Estonia", "Élection Estonie"), row.Title);
        Assert.Equal(("EE", "CDH", 1), (row.State, row.WaitingFor, row.OpenTasks));
        Assert.Equal(new DateOnly(2026, 6, 1), row.NextDeadline);
        Assert.Equal("Stage of First élection", row.Stage.English);
        Assert.Equal(("two-tasks", 1, "case-7"), (row.DefinitionId, row.DefinitionVersion, row.CorrelationId));
        Assert.Equal(Moves.Start, row.OpenedAt);
    }

    [Fact]
    public async Task A_list_shows_on_the_row_at_the_top_what_a_nested_part_is_asked_until_it_is_over()
    {
        var top = await OpenProcedureAsync("p");
        top = await AdvanceAsync(top, Moves.Answer(top.Waits[0]), Moves.Start);
        await OpenProcedureAsync("p2");
        async Task<ProcedureRow[]> RowsAsync() => [.. (await Store.ProceduresAsync(
            new ProcedureFilter { OnlyRoots = true }, PageRequest.First)).Items];
        var own = (await RowsAsync()).Single(r => r.Id == "p");

        var opening = Moves.Opening with { Parent = new ParentLink("p", null, false) };
        var opened = Engine.Advance(Procedure.Draft("p.1", PlayDefinitions.TwoTasks), opening, Moves.Start);
        await CommitAsync(opened, opening);

        var row = (await RowsAsync()).Single(r => r.Id == "p");
        Assert.Equal((new DateOnly(2026, 6, 1), "CDH", 1), (row.NextDeadline, row.WaitingFor, row.NestedTasks));
        Assert.Equal(opened.After.Waits[0].Assignment!.Title, row.WaitingTitle);
        Assert.Equal(["p", "p2"], (await RowsAsync()).Select(r => r.Id));
        Assert.Equal(row, (await Store.FindProcedureAsync("p"))! with { });

        await AdvanceAsync(opened.After, new Stimulus.Cancelled("x"), Moves.Start);

        row = (await RowsAsync()).Single(r => r.Id == "p");
        Assert.Equal((own.NextDeadline, own.WaitingFor, 0), (row.NextDeadline, row.WaitingFor, row.NestedTasks));
    }

    [Fact]
    public async Task A_list_shows_who_must_act_elsewhere_before_the_procedure_goes_on()
    {
        var waiting = Sequence("waiting", new
        {
            type = "Elsa.Event", id = "drawn", eventName = Text("lots drawn"),
            customProperties = new { awaits = new { body = "SG", title = "Draw the lots", titleFr = "Tirer au sort" } },
        });
        await CommitAsync(Moves.Open(Engine, "p", waiting), Moves.Opening);
        var row = Assert.Single((await Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items);
        Assert.Equal(("SG", new Bilingual("Draw the lots", "Tirer au sort"), 0), (row.WaitingFor, row.WaitingTitle, row.OpenTasks));
    }

    [Theory]
    [InlineData("ESTONIE", 2)]
    [InlineData("election estonia", 2)]
    [InlineData("p2", 1)]
    [InlineData("nobody", 0)]
    [InlineData("%", 0)]
    public async Task A_list_is_searched_without_regard_to_case_and_accents(string text, int found)
    {
        await OpenProcedureAsync("p1");
        await OpenProcedureAsync("p2");

        var page = await Store.ProceduresAsync(new ProcedureFilter { Text = text }, PageRequest.First);

        Assert.Equal((found, (long)found), (page.Items.Length, page.Total));
    }

    [Fact]
    public async Task A_list_is_filtered_by_status_state_definition_and_correlation()
    {
        await OpenProcedureAsync("open");
        await AdvanceAsync(await OpenProcedureAsync("over"), new Stimulus.Cancelled("x"), Moves.Start);

        Assert.Equal(["over"], await IdsAsync(new ProcedureFilter { Statuses = [ProcedureStatus.Cancelled] }));
        Assert.Equal(["open"], await IdsAsync(new ProcedureFilter { Statuses = [ProcedureStatus.Suspended] }));
        Assert.Equal(2, (await IdsAsync(new ProcedureFilter { State = "EE" })).Length);
        Assert.Empty(await IdsAsync(new ProcedureFilter { State = "FR" }));
        Assert.Empty(await IdsAsync(new ProcedureFilter { DefinitionIds = ["other"] }));
        Assert.Equal(2, (await IdsAsync(new ProcedureFilter { CorrelationId = "case-7", HasIncidents = false })).Length);
        Assert.Empty(await IdsAsync(new ProcedureFilter { HasIncidents = true }));
    }

    [Fact]
    public async Task A_list_comes_in_pages_that_neither_repeat_nor_leave_out()
    {
        foreach (var i in Enumerable.Range(10, 25)) await OpenProcedureAsync($"p{i}");

        var ids = new List<string>();
        foreach (var skip in new[] { 0, 10, 20 })
        {
            var page = await Store.ProceduresAsync(ProcedureFilter.All, new PageRequest(skip, 10));
            Assert.Equal(25, page.Total);
            ids.AddRange(page.Items.Select(i => i.Id));
        }
        Assert.Equal(Enumerable.Range(10, 25).Select(i => $"p{i}"), ids);
    }

    [Fact]
    public async Task A_task_is_listed_while_it_is_open_and_kept_with_its_outcome_afterwards()
    {
        var procedure = await OpenProcedureAsync("p");
        var task = Assert.Single((await Store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items);
        Assert.Equal(("P0.01", "CDH"), (task.Step, task.Body));
        Assert.Equal(new Bilingual("Rule 1", "Article 1"), task.LegalSource);
        Assert.Equal((new DateOnly(2026, 6, 1), "nlt EO - 12 mo"), (task.LastDay, task.Rule));
        Assert.NotEqual("", task.Explanation.French);

        var answer = Moves.Answer(TaskOf(procedure)) with { DecidedOn = new DateOnly(2026, 2, 1) };
        await AdvanceAsync(procedure, answer, Moves.Start.AddDays(30));

        Assert.Equal("P0.02", Assert.Single((await Store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items).Step);
        var closed = (await Store.TasksOfAsync("p"))[0];
        Assert.Equal(("Done", "Clerk", new DateOnly(2026, 2, 1)), (closed.Outcome, closed.ClosedBy, closed.DecidedOn));
        Assert.Equal(Moves.Start.AddDays(30), closed.ClosedAt);
    }

    [Fact]
    public async Task Tasks_come_the_soonest_first_and_by_body()
    {
        var second = await OpenProcedureAsync("second");
        await AdvanceAsync(second, Moves.Answer(TaskOf(second)), Moves.Start);
        await OpenProcedureAsync("first");

        Assert.Equal(["first", "second"], await TasksAsync(TaskFilter.All));
        Assert.Equal(["second"], await TasksAsync(new TaskFilter { Bodies = ["SGA", "TO"] }));
        Assert.Equal(["first"], await TasksAsync(new TaskFilter { Text = "first election" }));
        Assert.Equal(["first"], await TasksAsync(new TaskFilter { Before = new DateOnly(2026, 6, 2) }));
        Assert.Empty(await TasksAsync(new TaskFilter { Before = new DateOnly(2026, 6, 1) }));
    }

    [Fact]
    public async Task A_confidential_title_reaches_no_list_of_procedures_and_no_search()
    {
        await OpenProcedureAsync("p", Sequence("secret",
            new { type = "Play.Ask", id = "a", title = Text("Panel opinion"), confidential = Truth(true) }));

        var row = await Store.FindProcedureAsync("p");
        Assert.Equal("Confidential step", row!.WaitingTitle.English);
        Assert.Empty(await TasksAsync(new TaskFilter { Text = "panel" }));
        Assert.True((await Store.FindTaskAsync("p", 1))!.IsConfidential);
    }

    [Fact]
    public async Task What_may_be_reported_at_any_time_is_listed_only_when_asked_for()
    {
        await OpenProcedureAsync("p", Sequence("optional",
            new { type = "Play.Ask", id = "a", optional = Truth(true) }));

        Assert.Empty(await TasksAsync(TaskFilter.All));
        Assert.Equal(["p"], await TasksAsync(new TaskFilter { WithOptional = true }));
        Assert.Null((await Store.FindProcedureAsync("p"))!.WaitingFor);
    }

    [Fact]
    public async Task Counts_tell_what_somebody_may_have_to_look_at()
    {
        var procedure = await OpenProcedureAsync("p");
        var moment = TaskOf(procedure).WakeAt!.Value;

        var counts = await Store.CountAsync(moment.AddDays(1), new DateOnly(2026, 6, 2));

        Assert.Equal((1, 1, 1, 1), (counts.Procedures, counts.OpenProcedures, counts.OpenTasks, counts.LateTasks));
        Assert.Equal((1, moment), (counts.TimersDue, counts.OldestTimerDue));
        Assert.Equal(0, (await Store.CountAsync(moment, new DateOnly(2026, 6, 1))).LateTasks);
    }

    private async Task<string[]> IdsAsync(ProcedureFilter filter) =>
        [.. (await Store.ProceduresAsync(filter, PageRequest.First)).Items.Select(p => p.Id)];

    private async Task<string[]> TasksAsync(TaskFilter filter) =>
        [.. (await Store.OpenTasksAsync(filter, PageRequest.First)).Items.Select(t => t.ProcedureId)];
}
