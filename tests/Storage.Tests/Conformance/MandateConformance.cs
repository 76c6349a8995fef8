using Procedures.Execution;
using Procedures.Mandates;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    private static readonly Mandate Estonian =
        new("judge", "EE", "A", new DateOnly(2020, 1, 4), new DateOnly(2029, 1, 3)) { Term = 2, Source = "seen" };
    private static readonly OpeningPlan Plan =
        new(new DateOnly(2027, 8, 1), new DateOnly(2027, 8, 31), Bilingual.Empty);

    [Fact]
    public async Task Mandates_come_the_earliest_end_first_those_without_end_last()
    {
        var open = new Mandate("judge", "LV", "", new DateOnly(2020, 1, 1), null);
        var ending = new Mandate("judge", "FR", "B", new DateOnly(2018, 1, 1), new DateOnly(2027, 1, 1));
        await Store.SaveMandatesAsync([open, Estonian, ending with { Ends = null }]);
        await Store.SaveMandatesAsync([ending]);

        Assert.Equal([ending, Estonian, open], (await Store.MandatesAsync("judge")).ToArray());
        Assert.Empty(await Store.MandatesAsync("commissioner"));
        Assert.True(await Store.DeleteMandateAsync(ending));
        Assert.False(await Store.DeleteMandateAsync(ending));
    }

    [Fact]
    public async Task A_corrected_mandate_is_the_same_mandate_and_is_planned_anew()
    {
        await Store.SaveMandatesAsync([Estonian]);
        await PlanAsync(Estonian);
        Assert.Empty(await Store.UnplannedMandatesAsync("judge", "v1", 10));
        Assert.Equal([Estonian], (await Store.UnplannedMandatesAsync("judge", "v2", 10)).ToArray());

        await Store.SaveMandatesAsync([Estonian with { Holder = "A. Alder", Ends = new DateOnly(2028, 6, 30) }]);

        var row = Assert.Single(await Store.MandateRowsAsync(MandateFilter.All));
        Assert.Equal(("A. Alder", null), (row.Mandate.Holder, row.Opening));
        Assert.Single(await Store.UnplannedMandatesAsync("judge", "v1", 10));
    }

    [Fact]
    public async Task A_plan_for_an_end_that_has_been_corrected_meanwhile_is_left_out()
    {
        await Store.SaveMandatesAsync([Estonian with { Ends = new DateOnly(2028, 6, 30) }]);
        await PlanAsync(Estonian);
        Assert.Null(Assert.Single(await Store.MandateRowsAsync(MandateFilter.All)).Opening);
    }

    [Fact]
    public async Task A_mandate_is_due_from_its_day_until_its_procedure_is_there()
    {
        await Store.SaveMandatesAsync([Estonian]);
        await PlanAsync(Estonian);
        Assert.Empty(await DueAsync(2027, 7, 31));
        Assert.Empty(await Store.DueMandatesAsync(["commissioner"], new DateOnly(2027, 8, 1), 10));
        var due = Assert.Single(await DueAsync(2027, 8, 1));
        Assert.Equal(("after-EE", Plan, Estonian), (due.OpeningId, due.Opening, due.Mandate));

        await OpenProcedureAsync("after-EE");

        Assert.Empty(await DueAsync(2027, 8, 1));
        var row = Assert.Single(await Store.MandateRowsAsync(MandateFilter.All));
        Assert.Equal(("after-EE", (ProcedureStatus?)ProcedureStatus.Suspended), (row.ProcedureId, row.ProcedureStatus));
    }

    [Fact]
    public async Task A_procedure_of_the_same_kind_for_the_same_state_counts_as_its_procedure()
    {
        await Store.SaveMandatesAsync([Estonian, Estonian with { State = "FR" }]);
        await PlanAsync(Estonian);
        await PlanAsync(Estonian with { State = "FR" });
        await OpenProcedureAsync("opened-by-hand");

        Assert.Equal("FR", Assert.Single(await DueAsync(2027, 8, 1)).Mandate.State);
        Assert.Equal(["opened-by-hand", null],
            (await Store.MandateRowsAsync(MandateFilter.All)).Select(r => r.ProcedureId));
    }

    [Fact]
    public async Task Only_the_latest_mandate_of_a_seat_calls_for_a_procedure()
    {
        var before = new Mandate("judge", "EE", "Z", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3));
        await Store.SaveMandatesAsync([before, Estonian]);
        await PlanAsync(before);
        Assert.Empty(await DueAsync(2027, 8, 1));
        Assert.Equal([false, true], (await Store.MandateRowsAsync(MandateFilter.All)).Select(r => r.IsLatest));
    }

    [Fact]
    public async Task Every_member_of_a_mandate_is_kept()
    {
        var full = Estonian with
        {
            Rule = new DateOnly(2010, 6, 1), LeftOn = new DateOnly(2026, 10, 1), Cause = VacancyCause.Resignation,
            Remark = "line\nline", EnteredAs = new DateOnly(2020, 1, 3),
        };
        await Store.SaveMandatesAsync([full]);
        Assert.Equal([full], (await Store.MandatesAsync()).ToArray());
        Assert.Equal(full,
            Assert.Single(await Store.MandateRowsAsync(new() { EndsBefore = new DateOnly(2026, 10, 2) })).Mandate);
        Assert.Empty(await Store.MandateRowsAsync(new() { EndsAfter = new DateOnly(2026, 10, 1) }));
    }

    [Theory]
    [InlineData("Minutes of 25 June", "Procès-verbal du 25 juin")]
    [InlineData("", "Procès-verbal du 25 juin")]
    [InlineData("Minutes of 25 June", "")]
    [InlineData("[Minutes]", "")]
    [InlineData("[\"a\", \"b\"]", "« c »")]
    public async Task What_is_written_in_one_language_or_in_both_comes_back_as_it_was(string english, string french)
    {
        var written = Estonian with { Source = english, SourceFr = french, Remark = english, RemarkFr = french };
        var entered = new MandateChange(null, written, "Clara", english, Moves.Start) { ReasonFr = french };
        Assert.True(await Store.ChangeMandatesAsync([entered]));

        Assert.Equal([written], (await Store.MandatesAsync()).ToArray());
        Assert.Equal([entered], (await Store.MandateChangesAsync(written)).ToArray());
    }

    [Fact]
    public async Task Changes_are_kept_and_follow_a_mandate_whose_first_day_is_corrected()
    {
        var moved = Estonian with { Begins = new DateOnly(2020, 1, 5), Holder = "B", EnteredAs = Estonian.Begins };
        var entered = new MandateChange(null, Estonian, "Clara", "", Moves.Start);
        var corrected = new MandateChange(Estonian, moved, "Carl", "wrong day", Moves.Start.AddHours(1))
            { Revision = 0 };
        Assert.True(await Store.ChangeMandatesAsync([entered]));
        Assert.True(await Store.ChangeMandatesAsync([corrected]));

        Assert.Equal([moved], (await Store.MandatesAsync()).ToArray());
        Assert.Equal([corrected with { Revision = null }, entered], (await Store.MandateChangesAsync(moved)).ToArray());
        Assert.Empty(await Store.MandateChangesAsync(Estonian));
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_revision_only_one_is_made_and_a_lost_one_changes_nothing()
    {
        await Store.SaveMandatesAsync([Estonian]);
        var seen = Assert.Single(await Store.MandateRowsAsync(MandateFilter.All)).Revision;
        MandateChange To(string holder) =>
            new(Estonian, Estonian with { Holder = holder }, "C", "x", Moves.Start) { Revision = seen };
        Assert.True(await Store.ChangeMandatesAsync([To("first")]));
        Assert.False(await Store.ChangeMandatesAsync(
            [new MandateChange(null, Estonian with { State = "FR" }, "C", "", Moves.Start), To("second")]));

        Assert.Equal(["first"], (await Store.MandatesAsync()).Select(m => m.Holder));
        Assert.Single(await Store.MandateChangesAsync(Estonian));
    }

    [Fact]
    public async Task A_new_mandate_does_not_take_the_place_of_one_that_is_there()
    {
        await Store.SaveMandatesAsync([Estonian]);
        Assert.False(await Store.ChangeMandatesAsync(
            [new MandateChange(null, Estonian with { Holder = "Z" }, "C", "", Moves.Start)]));
        Assert.True(await Store.ChangeMandatesAsync([new MandateChange(Estonian, null, "C", "mistake", Moves.Start)]));
        Assert.Empty(await Store.MandatesAsync());
        Assert.False(await Store.ChangeMandatesAsync([new MandateChange(Estonian, null, "C", "mistake", Moves.Start)]));
        Assert.Null(Assert.Single(await Store.MandateChangesAsync(Estonian)).After);
    }

    [Fact]
    public async Task A_plan_that_moves_keeps_the_days_that_it_had()
    {
        await Store.SaveMandatesAsync([Estonian]);
        await PlanAsync(Estonian);
        await PlanAsync(Estonian);
        Assert.Null(Assert.Single(await Store.MandateRowsAsync(MandateFilter.All)).Opening!.WasToOpenOn);
        var later = new OpeningPlan(Plan.OpensOn!.Value.AddDays(7), Plan.StartsBy!.Value.AddDays(7), Bilingual.Empty);
        await Store.SavePlansAsync([new PlannedMandate(Estonian, "v2", "d", "after", later)]);

        var moved = Assert.Single(await Store.MandateRowsAsync(MandateFilter.All)).Opening!;
        Assert.Equal(later with { WasToOpenOn = Plan.OpensOn, WasToStartBy = Plan.StartsBy }, moved);
    }

    [Fact]
    public async Task Rows_are_found_by_office_state_and_end()
    {
        var other = new Mandate("commissioner", "", "", new DateOnly(2024, 4, 1), new DateOnly(2030, 3, 31));
        await Store.SaveMandatesAsync([Estonian, other]);
        async Task<string[]> Found(MandateFilter filter) =>
            [.. (await Store.MandateRowsAsync(filter)).Select(r => r.Mandate.Office)];

        Assert.Equal(["judge"], await Found(new() { Office = "judge" }));
        Assert.Equal(["judge"], await Found(new() { State = "EE" }));
        Assert.Equal(["judge"], await Found(new() { EndsBefore = new DateOnly(2030, 3, 31) }));
        await Store.SaveMandatesAsync([Estonian with { Office = "endless", Ends = null }]);
        Assert.Equal(["judge"], await Found(new() { EndsBefore = new DateOnly(2030, 3, 31) }));
        Assert.Equal(["judge", "endless"],
            await Found(new() { EndsBefore = new DateOnly(2030, 3, 31), OrEndless = true }));
        Assert.True(await Store.DeleteMandateAsync(Estonian with { Office = "endless" }));
        Assert.Equal(["commissioner"], await Found(new() { EndsAfter = new DateOnly(2029, 1, 3) }));
        Assert.Equal(["judge"], await Found(new() { Office = "judge", State = "EE", Begins = Estonian.Begins }));
    }

    [Fact]
    public async Task The_term_that_begins_is_written_with_the_step_and_counted()
    {
        await Store.SaveMandatesAsync([Estonian]);
        var procedure = await OpenProcedureAsync("p");
        var step = Engine.Advance(procedure, Moves.Answer(TaskOf(procedure)), Moves.Start);
        var next = Estonian with { Begins = new DateOnly(2029, 1, 4), Ends = new DateOnly(2038, 1, 3), Source = "p" };

        await Store.CommitAsync(
            CommitBatch.Of(new StepCommit(step, Moves.Answer(TaskOf(procedure))) { NewTerm = next }));

        Assert.Equal([Estonian, next with { Term = 3 }], (await Store.MandatesAsync()).ToArray());
    }

    [Fact]
    public async Task A_step_that_loses_its_race_begins_no_term()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(TaskOf(procedure));
        var step = Engine.Advance(procedure, answer, Moves.Start);
        await CommitAsync(step, answer);

        Assert.Equal(CommitResult.LostRace, await Store.CommitAsync(
            CommitBatch.Of(new StepCommit(step, answer) { NewTerm = Estonian })));

        Assert.Empty(await Store.MandatesAsync());
    }

    // The definition's id is that of the play procedures, which are opened for EE.
    private Task PlanAsync(Mandate mandate) => Store.SavePlansAsync(
        [new PlannedMandate(mandate, "v1", PlayDefinitions.TwoTasks.DefinitionId, $"after-{mandate.State}", Plan)]);

    private Task<System.Collections.Immutable.ImmutableArray<PlannedMandate>> DueAsync(int year, int month, int day) =>
        Store.DueMandatesAsync([], new DateOnly(year, month, day), 10);
}
