using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>A candidate for judge withdraws at three moments, and each time the election goes on to a judge in office.</summary>
public sealed class WithdrawalTests
{
    private static readonly (string, Value) Boris = ("name", Value.Of("Boris Birch"));
    private static readonly (string, Value) WithDavid =
        Persons(Person("Anna Alder"), Person("Clara Cedar"), Person("David Elm", "M"));

    [Fact]
    public void Before_its_date_the_government_may_answer_with_a_whole_new_list_that_goes_the_way_of_every_list()
    {
        var course = Listed();
        course.Do("P1.11w", null, Boris);
        course.GoTo(2019, 5, 6);
        course.Do("P1.11", "New list");
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        Assert.Empty(course.LettersOn("P1.11r"));
        Assert.Equal(["P1.04"], course.Asked);
        Assert.Equal(["Anna Alder", "Clara Cedar"], course.Proposed("P1.04", "candidates"));
        course.Do("P1.04", null, Persons(Person("Eva Fir"), Person("Felix Gorse", "M"), Person("Gerda Hazel")));
        course.Do("P1.05");
        course.Do("P1.06");
        Assert.Equal(new DateOnly(2019, 5, 30), course.LastDay("P1.07"));
        course.Do("P1.07");
        course.Do("P1.08");
        Assert.True(course.IsOpen("P1.09"));
        Assert.Equal("Eva Fir", course.ToTheEnd().Result["elected"].AsText);
        Assert.Equal("part(2019,4)", course.Date("E"));
    }

    [Fact]
    public void Before_its_date_the_list_may_as_well_be_completed_by_one_name()
    {
        var course = Listed();
        course.Do("P1.11w", null, Boris);
        course.Do("P1.11", "Completed", WithDavid);
        course.Do("P1.04");
        course.Do("P1.05");
        Assert.True(course.IsOpen("P1.09"));
        course.Until("P1.12a");
        Assert.Equal(new DateOnly(2019, 7, 30), course.LastDay("P1.12a"));
        Assert.Equal("part(2019,4)", course.ToTheEnd().Date("E"));
    }

    [Fact]
    public void After_publication_everybody_concerned_is_told_and_the_election_moves_to_a_part_session_that_can_be_kept()
    {
        var course = OfJudge().Until("P1.18");
        course.Do("P1.11w", null, Boris);
        Assert.Equal(["BUR", "CDH", "GOV(EE)", "PRES", "SGA"],
            course.Letters.Where(l => l.Kind == LetterKind.Interrupted).Select(l => l.To).Order());
        Assert.Single(course.LettersOn("P1.18"), l => l is { Kind: LetterKind.Withdrawn, To: "PRES" });
        course.GoTo(2019, 10, 21);
        course.Do("P1.11", "Completed", WithDavid);
        course.Until("P1.12a");
        Assert.Equal("part(2020,1)", course.Date("E"));
        Assert.Equal(course.Today.AddDays(7), course.LastDay("P1.12a"));
        var before = course.Letters.Count();
        course.Until("P1.18");
        Assert.DoesNotContain(course.Letters.Skip(before), l => l.Kind is LetterKind.Overdue or LetterKind.Escalation);
        Assert.Equal("part(2020,1)", course.Date("E"));
        Assert.Equal("Anna Alder", course.ToTheEnd().Result["elected"].AsText);
    }

    [Fact]
    public void A_list_that_stays_incomplete_for_a_year_moves_the_election_in_one_go()
    {
        var course = OfJudge().Until("P1.18");
        course.Do("P1.11w", null, Boris);
        course.GoTo(2020, 9, 1);
        course.Do("P1.11", "Completed", WithDavid);
        course.Until("P1.12a");
        // The other part-sessions of 2020 were cancelled.
        Assert.Equal("part(2021,1)", course.Date("E"));
        Assert.Single(course.LettersOn("P1.12a"), l => l.Kind == LetterKind.Task && l.LastDay >= course.Today);
    }

    [Fact]
    public void A_completed_list_for_which_there_is_time_stays_in_its_part_session_and_nobody_is_reproached_with_a_day_past()
    {
        var course = OfJudge().Until("P1.12a");
        course.Do("P1.11w", null, Boris);
        course.GoTo(2019, 8, 5);
        course.Do("P1.11", "Completed", WithDavid);
        course.Do("P1.04");
        course.GoTo(2019, 8, 26);
        course.Do("P1.05");
        Assert.Equal(new DateOnly(2019, 9, 2), course.LastDay("P1.12a"));
        course.Do("P1.12a");
        Assert.Equal(new DateOnly(2019, 9, 2), course.LastDay("P1.12b"));
        Assert.Equal("part(2019,4)", course.ToTheEnd().Date("E"));
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.Escalation);
    }

    [Fact]
    public void Between_two_ballots_nothing_is_interrupted_and_one_of_the_others_becomes_judge()
    {
        var course = OfJudge().Until("P1.18");
        course.GoTo(2019, 10, 1);
        course.Do("P1.18");
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04", "P7.05", "P7.06" }) course.Do(step);
        course.Do("P7.07", null, Votes(("Anna Alder", 60), ("Boris Birch", 60), ("Clara Cedar", 30)));
        course.Do("P7.08");
        course.Do("P7.01w", null, Boris);
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04", "P7.05", "P7.06" }) course.Do(step);
        course.Do("P7.07", null, Votes(("Anna Alder", 40), ("Clara Cedar", 90)));
        Assert.Equal("Clara Cedar", course.ToTheEnd().Result["elected"].AsText);
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.Interrupted);
    }

    /// <summary>The list is complete four weeks before the date by which it was requested, 30 May 2019.</summary>
    private static Course Listed()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 5, 2);
        course.Do("P1.07", null, Three);
        course.Do("P1.08");
        return course;
    }
}
