using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>The list of three: late, incomplete, changed, interrupted, refused.</summary>
public class JudgeListTests
{
    private static readonly (string, Value) Boris = ("name", Value.Of("Boris Birch"));
    private static readonly (string, Value) Completed =
        Persons(Person("Anna Alder"), Person("Clara Cedar"), Person("David Elm", "M"));
    private static readonly (string, Value) Women =
        Persons(Person("Anna Alder"), Person("Clara Cedar"), Person("Eva Fir"));

    [Fact]
    public void A_list_that_comes_too_late_moves_the_election_and_not_the_date_by_which_it_was_requested()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 9, 2);
        Assert.Contains(course.Letters, l => l is { Kind: LetterKind.Escalation, To: "PRES" });
        course.Do("P1.07", null, Three);
        Assert.Equal("part(2020,1)", course.Date("E"));
        Assert.Equal("2020-01-27", course.Date("EO"));
        Assert.Equal("2019-05-30", course.Date("L"));
    }

    [Fact]
    public void A_list_that_is_late_by_less_keeps_the_election_where_it_is()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 8, 19);
        course.Do("P1.07", null, Three);
        Assert.Equal("part(2019,4)", course.Date("E"));
    }

    [Fact]
    public void An_opening_day_that_was_fixed_by_hand_does_not_outlive_its_part_session()
    {
        var course = OfJudge().Until("P1.07");
        course.World.Send(Id,
            new Stimulus.AnchorMoved("EO", new Deadlines.AnchorValue.Day(new(2019, 10, 1)), "A holiday."));
        course.GoTo(2019, 9, 2);
        course.Do("P1.07", null, Three);
        Assert.Equal("2020-01-27", course.Date("EO"));
    }

    [Fact]
    public void Fewer_than_three_candidates_send_the_list_back()
    {
        var course = OfJudge().Until("P1.07");
        course.Do("P1.07", null, Persons(Person("Anna Alder"), Person("Clara Cedar")));
        course.Do("P1.08", "Not three");
        Assert.Equal(["P1.07"], course.Asked);
        course.Do("P1.07", null, Three);
        Assert.Equal(["P1.08"], course.Asked);
    }

    [Fact]
    public void Trap_8_the_age_is_counted_at_the_date_by_which_the_list_was_requested()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 5, 2);
        course.Do("P1.07", null, Persons(
            Person("Anna Alder", born: "1954-05-30"), Person("Boris Birch", "M", "1954-05-31"), Person("Clara Cedar")));
        var field = (Value.Map)course.Wait("P1.08").Assignment!.Form.Items[0];
        Assert.Equal("65 or older on 2019-05-30, by the birth dates given: Anna Alder", field["help"].AsText);
        Assert.DoesNotContain(course.Letters, l => l.Body.English.Contains("Alder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_candidate_may_withdraw_as_soon_as_the_list_is_complete_and_the_other_two_stand_in_the_form()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 5, 2);
        course.Do("P1.07", null, Three);
        course.Do("P1.08");
        Assert.Equal(["Anna Alder", "Boris Birch", "Clara Cedar"], course.Choices("P1.11w", "name"));
        course.Do("P1.11w", null, ("name", Value.Of("Boris Birch")));
        Assert.False(course.IsOpen("P1.09"));
        Assert.Equal(["P1.11"], course.Asked);
        Assert.Equal(["Anna Alder", "Clara Cedar"], course.Proposed("P1.11", "candidates"));
    }

    [Fact]
    public void Until_its_date_the_whole_list_may_be_replaced_and_then_it_is_frozen()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 5, 2);
        course.Do("P1.07", null, Three);
        course.Do("P1.08");
        course.Do("P1.09", "Replaced", Completed);
        Assert.Equal(["P1.08"], course.Asked);
        course.Do("P1.08");
        course.GoTo(2019, 5, 30);
        Assert.True(course.IsOpen("P1.09"));
        course.GoTo(2019, 5, 31);
        Assert.False(course.IsOpen("P1.09"));
        Assert.Equal(["P1.12a"], course.Asked);
    }

    [Fact]
    public void Trap_7_a_withdrawal_before_the_first_ballot_interrupts_and_the_list_is_completed_by_one_name()
    {
        var course = OfJudge().Until("P1.12b");
        course.Do("P1.11w", "Withdrawn", Boris);
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
        Assert.Equal(["P1.11"], course.Asked);
        Assert.Single(course.Letters, l =>
            l.Kind == LetterKind.Withdrawn && l.StepTitle.English.StartsWith("Invite", StringComparison.Ordinal));
        course.Do("P1.11", "Whole list");
        Assert.Single(course.LettersOn("P1.11r"));
        Assert.Equal(["P1.11"], course.Asked);
        course.Do("P1.11", "Completed", Completed);
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        Assert.Equal(["P1.04"], course.Asked);
        Assert.Equal(course.Today.AddDays(14), course.LastDay("P1.04"));
        course.Until("P1.12a");
        Assert.Equal(Value.Of(1), course.Variable("Attempt"));
        Assert.DoesNotContain("Boris", ValueJson.ToJson(course.Variable("Candidates")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_completed_list_has_three_names()
    {
        var course = OfJudge().Until("P1.12a");
        course.Do("P1.11w", "Withdrawn", Boris);
        var step = course.World.Send(Id,
            new Stimulus.TaskCompleted(course.Wait("P1.11").Id, "Completed", Value.Map.Empty));
        Assert.NotNull(step.Refusal);
        Assert.Equal(["P1.11"], course.Asked);
    }

    [Fact]
    public void Candidates_may_withdraw_twice_and_each_time_another_letter_goes_out()
    {
        var course = OfJudge().Until("P1.12a");
        course.Do("P1.11w", "Withdrawn", Boris);
        course.Do("P1.11", "Completed", Completed);
        course.Until("P1.12a").Do("P1.11w", "Withdrawn", ("name", Value.Of("David Elm")));
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
        Assert.Equal(["P1.11"], course.Asked);
        course.Do("P1.11", "Completed", Three);
        course.Until("P1.12a");
        Assert.Equal(2, course.Letters.Where(l => l.Kind == LetterKind.Interrupted && l.To == "CDH")
            .DistinctBy(l => l.Occasion).Count());
    }

    [Fact]
    public void A_change_that_is_refused_leaves_the_list_and_a_withdrawal_may_follow()
    {
        var course = OfJudge().Until("P1.12a");
        course.Do("P1.10w", "Modification", ("request", Value.Of("Another name.")));
        Assert.Equal(["P1.10"], course.Asked);
        course.Do("P1.10", "Refused");
        Assert.Equal(["P1.12a"], course.Asked);
        course.Do("P1.11w", "Withdrawn", Boris);
        Assert.Equal(["P1.11"], course.Asked);
    }

    [Fact]
    public void A_change_that_is_accepted_has_a_new_date_and_asks_for_no_day_that_is_past()
    {
        var course = OfJudge().Until("P1.12a");
        course.Do("P1.10w", "Modification", ("request", Value.Of("Another name.")));
        course.Do("P1.10", "Accepted", ("newListDue", Value.Of("2019-08-10")));
        Assert.Equal("2019-08-10", course.Date("L"));
        Assert.Equal(new DateOnly(2019, 8, 9), course.LastDay("P1.04"));
    }

    [Fact]
    public void Taken_off_the_agenda_a_withdrawal_still_interrupts_because_there_was_no_ballot()
    {
        var course = OfJudge().Until("P1.18");
        course.GoTo(2019, 10, 1);
        course.Do("P1.18");
        course.Do("P7.01", "Taken off");
        Assert.Equal(["P1.18"], course.Asked);
        course.Do("P1.11w", "Withdrawn", Boris);
        Assert.Equal(["P1.11"], course.Asked);
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
    }

    [Fact]
    public void Once_the_first_ballot_is_open_nobody_can_interrupt_any_more()
    {
        var course = OfJudge().Until("P1.18");
        course.GoTo(2019, 10, 1);
        course.Do("P1.18");
        Assert.False(course.IsOpen("P1.11w"));
        Assert.False(course.IsOpen("P1.10w"));
    }

    [Fact]
    public void Trap_5_a_single_sex_list_without_two_thirds_is_proposed_for_rejection()
    {
        var course = SingleSex();
        course.Do("P1.14a", null, ("for", Value.Of(13)), ("against", Value.Of(7)));
        Assert.Equal(["P1.15"], course.Asked);
    }

    [Fact]
    public void Trap_4_two_thirds_are_counted_on_the_votes_cast_without_abstentions()
    {
        var course = SingleSex();
        course.Do("P1.14a", null, ("for", Value.Of(14)), ("against", Value.Of(7)), ("abstentions", Value.Of(20)));
        Assert.Equal(["P1.14"], course.Asked);
    }

    [Fact]
    public void A_single_sex_list_of_the_under_represented_sex_is_not_voted_on()
    {
        var course = WithWomen();
        course.Do("P1.13", null, ("sexShare", Value.Of(39)));
        Assert.Equal(["P1.14"], course.Asked);
    }

    [Fact]
    public void Trap_5_a_tie_on_the_ordinary_rejection_keeps_the_list()
    {
        var course = OfJudge().Until("P1.14");
        course.Do("P1.14", "Reject", ("ground", Value.Of("iv")));
        course.Do("P1.14b", null, ("for", Value.Of(8)), ("against", Value.Of(8)));
        Assert.Equal(["P1.16"], course.Asked);
    }

    [Fact]
    public void Trap_6_a_rejection_that_the_assembly_refuses_comes_back_to_the_committee_with_a_day_that_it_can_keep()
    {
        var course = Rejected();
        course.GoTo(2019, 9, 30);
        course.Do("P1.15", "Refused");
        Assert.Equal(["P1.14"], course.Asked);
        Assert.Equal(new DateOnly(2019, 10, 4), course.LastDay("P1.14"));
        course.Do("P1.14", "Recommend");
        Assert.Equal(new DateOnly(2019, 10, 4), course.LastDay("P1.16"));
        course.Until("P1.18");
    }

    [Fact]
    public void A_single_sex_rejection_that_is_refused_comes_back_too()
    {
        var course = SingleSex();
        course.Do("P1.14a", null, ("for", Value.Of(1)), ("against", Value.Of(7)));
        course.GoTo(2019, 9, 30);
        course.Do("P1.15", "Refused");
        Assert.Equal(["P1.14"], course.Asked);
    }

    [Fact]
    public void A_rejection_that_is_endorsed_asks_for_a_new_list_with_new_dates_and_counts_it()
    {
        var course = Rejected();
        course.GoTo(2019, 9, 30);
        course.Do("P1.15", "Endorsed");
        course.Do("P1.17");
        Assert.Equal(["P1.03"], course.Asked);
        Assert.Equal("part(2021,1)", course.Date("E"));
        Assert.Equal("2020-09-25", course.Date("L"));
        Assert.Equal(Value.Of(2), course.Variable("Attempt"));
        Assert.False(course.IsOpen("P1.11w"));
        course.Until("P1.18");
    }

    [Fact]
    public void An_election_may_be_postponed_twice_and_each_time_moves_one_part_session_on()
    {
        var course = OfJudge(("TermEnds", "2019-01-03"), ("ElectingPart", "part(2019,1)")).Until("P1.18");
        var list = course.Date("L");
        course.Do("P1.18", "Postponed");
        Assert.Equal("part(2019,2)", course.Date("E"));
        course.Until("P1.14").Do("P1.14", "Postpone");
        Assert.Equal("part(2019,3)", course.Date("E"));
        Assert.Equal(list, course.Date("L"));
        Assert.Equal(["P1.12a"], course.Asked);
    }

    [Fact]
    public void A_part_session_that_was_fixed_by_hand_is_the_one_from_which_a_postponement_counts()
    {
        var course = OfJudge().Until("P1.18");
        course.World.Send(Id, new Stimulus.AnchorMoved("E", PartSession(2020, 1), "Not in October."));
        course.Do("P1.18", "Postponed");
        Assert.True(string.CompareOrdinal(course.Date("EO"), "2020-01-27") > 0, course.Date("E"));
    }

    [Fact]
    public void The_ballot_is_held_in_the_part_session_to_which_the_election_was_moved()
    {
        var course = OfJudge().Until("P1.18");
        course.World.Send(Id, new Stimulus.AnchorMoved("E", PartSession(2020, 1), "Not in October."));
        course.GoTo(2020, 1, 28);
        course.Do("P1.18");
        Assert.Equal(Value.Of("part(2020,1)"), course.World.Procedures.Last().Inputs["PartSession"]);
    }

    private static Deadlines.AnchorValue PartSession(int year, int number) =>
        new Deadlines.AnchorValue.Part(
            new(year, number, new(2020, 1, 27), new(2020, 1, 31), Deadlines.PartStatus.Held));

    private static Course WithWomen()
    {
        var course = OfJudge().Until("P1.07");
        course.Do("P1.07", null, Women);
        return course.Until("P1.13");
    }

    private static Course SingleSex()
    {
        var course = WithWomen();
        course.Do("P1.13", null, ("sexShare", Value.Of(40)));
        Assert.Equal(["P1.14a"], course.Asked);
        return course;
    }

    private static Course Rejected()
    {
        var course = OfJudge().Until("P1.14");
        course.Do("P1.14", "Reject", ("ground", Value.Of("iv")));
        course.Do("P1.14b", null, ("for", Value.Of(9)), ("against", Value.Of(8)));
        return course;
    }
}
