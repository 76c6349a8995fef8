using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>
/// The election of a judge as it is delivered: from the invitation to the new term, without accidents.
/// </summary>
public class JudgeElectionTests
{
    [Fact]
    public void An_ordinary_election_takes_its_course_to_the_new_term()
    {
        var course = OfJudge().Until("P1.18");
        Assert.Equal("part(2019,4)", course.Date("E"));
        course.GoTo(2019, 10, 1);
        course.Do("P1.18");
        course.Announced().ToTheEnd();
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
        Assert.Equal("Anna Alder", course.Result["elected"].AsText);
        Assert.Equal(Value.Of("2019-10-01"), course.Result["electedOn"]);
        Assert.Equal(Value.Of("2020-01-04"), course.Result["termStart"]);
        Assert.Equal(Value.Of("2029-01-03"), course.Result["termEnd"]);
    }

    [Fact]
    public void Trap_10_elected_more_than_three_months_before_the_vacancy_the_term_starts_with_the_vacancy()
    {
        var course = Elected(new(2019, 10, 3));
        Assert.Contains("P1.20a", course.Asked);
        Assert.Equal(new DateOnly(2020, 1, 4), course.LastDay("P1.20a"));
    }

    [Fact]
    public void Trap_10_elected_exactly_three_months_before_the_vacancy_the_term_starts_on_taking_office()
    {
        var course = Elected(new(2019, 10, 4));
        Assert.Contains("P1.20b", course.Asked);
        Assert.Equal(new DateOnly(2020, 1, 4), course.LastDay("P1.20b"));
        course.GoTo(2020, 1, 2);
        course.Do("P1.20b");
        Assert.Equal(Value.Of("2020-01-02"), course.Result["termStart"]);
        Assert.Equal(Value.Of("2029-01-01"), course.Result["termEnd"]);
    }

    [Fact]
    public void Trap_10_a_vacancy_that_moves_after_the_dates_were_set_decides()
    {
        var course = OfJudge().Until("P1.18");
        course.World.Send(Id,
            new Stimulus.AnchorMoved("V", new Deadlines.AnchorValue.Day(new(2019, 12, 1)), "He resigned."));
        course.GoTo(2019, 10, 1);
        course.Do("P1.18");
        course.Announced();
        Assert.Contains("P1.20b", course.Asked);
    }

    [Fact]
    public void Trap_9_the_end_of_the_term_is_no_vacancy_and_the_procedure_goes_on()
    {
        var course = OfJudge().Until("P1.18");
        course.GoTo(2020, 1, 4);
        var letter = Assert.Single(course.LettersOn("holding"), l => l.To == "SGA");
        Assert.Contains("holds office until replaced", letter.Body.English);
        Assert.Equal(Value.Of("Expired"), course.Variable("HoldingOver"));
        Assert.Equal(["P1.18"], course.Asked);
    }

    [Fact]
    public void Trap_9_the_judge_holds_over_even_while_the_procedure_is_interrupted()
    {
        var course = OfJudge().Until("P1.18");
        course.Do("P1.11w", "Withdrawn", ("name", Value.Of("Boris Birch")));
        course.GoTo(2020, 1, 4);
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
        Assert.Equal(["P1.11"], course.Asked);
        Assert.Equal(Value.Of("Expired"), course.Variable("HoldingOver"));
    }

    [Fact]
    public void After_a_casual_vacancy_nobody_is_said_to_hold_over()
    {
        var course = OfJudge(("VacantOn", "2018-07-20"));
        course.GoTo(2020, 1, 10);
        Assert.Empty(course.LettersOn("holding"));
        Assert.Equal(Value.Of(""), course.Variable("HoldingOver"));
    }

    [Fact]
    public void After_a_casual_vacancy_the_election_is_six_months_away_at_least_and_no_first_day_is_past()
    {
        var course = OfJudge(("VacantOn", "2018-07-20"));
        Assert.Equal("part(2019,2)", course.Date("E"));
        foreach (var step in new[] { "P1.01", "P1.02", "P1.03", "P1.04", "P1.05", "P1.06", "P1.07" })
        {
            course.Until(step);
            Assert.True(course.LastDay(step) >= course.Today, $"{step} was asked with a day that is past.");
        }
        Assert.DoesNotContain(course.Letters, l => l.Kind is LetterKind.Overdue or LetterKind.Escalation);
    }

    [Fact]
    public void The_invitation_states_the_day_by_which_the_list_is_requested()
    {
        var letter = Assert.Single(OfJudge().Until("P1.03").LettersOn("P1.02l"));
        Assert.Contains("30 May 2019", letter.Body.English);
        Assert.Contains("30 mai 2019", letter.Body.French);
    }

    [Fact]
    public void Trap_18_months_are_counted_from_the_anchor_and_never_chained()
    {
        var course = OfJudge().Until("P1.03");
        Assert.Equal("2019-05-30", course.Date("L"));
        Assert.Equal(new DateOnly(2019, 2, 28), course.LastDay("P1.03"));
    }

    [Fact]
    public void Trap_17_the_part_session_is_numbered_and_a_cancelled_one_is_passed_over()
    {
        var course = OfJudge(("TermEnds", "2020-11-02"));
        Assert.Equal("part(2020,1)", course.Date("E"));
    }

    [Fact]
    public void Trap_12_and_20_the_last_day_is_in_time_and_a_date_may_be_fixed_anew_by_a_recorded_decision()
    {
        var course = OfJudge().Until("P1.07");
        course.Do("P1.00", null, ("anchor", Value.Of("L")), ("value", Value.Of("2019-06-10")),
            ("reason", Value.Of("Asked for.")));
        Assert.Equal(new DateOnly(2019, 6, 10), course.LastDay("P1.07"));
        Assert.Contains(course.Journal, e => e.Sentence.English.Contains("Asked for.", StringComparison.Ordinal));
        course.GoTo(2019, 6, 10);
        course.Do("P1.07", null, Three);
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.Escalation);
    }

    internal static Course Elected(DateOnly day)
    {
        var course = OfJudge().Until("P1.18");
        course.GoTo(day.Year, day.Month, day.Day);
        course.Do("P1.18");
        return course.Announced();
    }
}
