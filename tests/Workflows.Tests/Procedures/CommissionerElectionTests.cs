using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>The election of the Commissioner as it is delivered: rounds, list of three, hearing, withdrawal.</summary>
public class CommissionerElectionTests
{
    private static readonly (string, Value) Five = Persons(Person("Zoë Zander"), Person("Anna Alder"),
        Person("Boris Birch", "M"), Person("Clara Cedar"), Person("David Elm", "M"));

    private static (string, Value) List(string field, params string[] names) =>
        (field, Value.Of(names.Select(Value (n) => Value.Of(n))));

    private static Course AtTheRound()
    {
        var course = OfCommissioner().Until("P6.02");
        course.Do("P6.02", null, Five);
        return course.Until("P6.04");
    }

    private static Course Listed()
    {
        var course = AtTheRound();
        course.Do("P6.04", null, Votes(("Zoë Zander", 40), ("Anna Alder", 30), ("Boris Birch", 10), ("Clara Cedar", 35),
            ("David Elm", 5)));
        return course;
    }

    [Fact]
    public void The_committee_of_ministers_votes_in_the_order_of_submission_and_lists_alphabetically()
    {
        var course = AtTheRound();
        Assert.Equal(["Zoë Zander", "Anna Alder", "Boris Birch", "Clara Cedar", "David Elm"],
            Plain.Items(course.Wait("P6.04").Data["candidates"]).Select(Plain.Text));
        course = Listed();
        Assert.Contains("In alphabetical order: Anna Alder, Clara Cedar, Zoë Zander.",
            course.LettersOn("P6.04l").First(l => l.To == "PRES").Body.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_go_on_for_the_places_that_are_left()
    {
        var course = AtTheRound();
        course.Do("P6.04", null, Votes(("Zoë Zander", 40), ("Anna Alder", 30), ("Boris Birch", 20), ("Clara Cedar", 20),
            ("David Elm", 10)));
        Assert.Equal(["P6.04k"], course.Asked);
        course.Do("P6.04k", null, ("majority", Value.Of("ValidPapers")), List("withdrawals", "David Elm"));
        var wait = course.Wait("P6.04");
        Assert.Equal((Value.Of(1), Value.Of("ValidPapers")), (wait.Data["places"], wait.Data["basis"]));
        Assert.Equal(["Boris Birch", "Clara Cedar"], Plain.Items(wait.Data["candidates"]).Select(Plain.Text));
        course.Do("P6.04", null, Votes(("Boris Birch", 11), ("Clara Cedar", 10)));
        Assert.Equal(["P6.05"], course.Asked);
    }

    [Fact]
    public void The_rounds_are_in_camera_no_letter_of_theirs_tells_a_name()
    {
        var course = Listed();
        Assert.All(course.LettersOn("P6.04"), l => Assert.DoesNotContain("Zander",
            $"{l.StepTitle} {l.Subject} {l.Body} {l.Explanation}", StringComparison.Ordinal));
        Assert.Contains(course.LettersOn("P6.04"), l => l.StepTitle.English == "Meeting of the Committee of Ministers");
    }

    [Fact]
    public void Fewer_than_three_candidates_reopen_the_call()
    {
        var course = OfCommissioner().Until("P6.02");
        course.Do("P6.02", null, Persons(Person("Anna Alder"), Person("Boris Birch", "M")));
        Assert.Equal(["P6.02n"], course.Asked);
        course.Do("P6.02n", null, ("closes", Value.Of("2023-11-20")));
        Assert.Equal(new DateOnly(2023, 11, 20), course.LastDay("P6.02"));
    }

    [Fact]
    public void A_former_commissioner_is_left_out_and_may_make_the_candidates_too_few()
    {
        var course = OfCommissioner().Until("P6.02");
        course.Do("P6.02", null, Three);
        course.Do("P6.03", null, List("inadmissible", "Anna Alder"));
        Assert.Equal(["P6.02n"], course.Asked);
    }

    [Fact]
    public void Trap_7_a_withdrawal_before_the_first_ballot_interrupts_and_the_committee_of_ministers_completes_the_list()
    {
        var course = Listed();
        course.GoTo(2024, 1, 8);
        course.Do("P6.07w", null, ("name", Value.Of("Clara Cedar")));
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
        Assert.Equal(["P6.07"], course.Asked);
        Assert.Equal("CM", course.Wait("P6.07").Assignment!.Body);
        Assert.Equal(new DateOnly(2024, 3, 8), course.LastDay("P6.07"));
        course.Do("P6.07", "Completed", List("names", "Anna Alder", "David Elm", "Zoë Zander"));
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        Assert.Contains("P6.05", course.Asked);
    }

    [Fact]
    public void A_hearing_that_comes_too_late_moves_the_election_to_the_next_part_session()
    {
        var course = Listed();
        course.GoTo(2024, 1, 3);
        Assert.Equal("part(2024,2)", course.Date("E"));
        Assert.Equal(["P6.05"], course.Asked);
    }

    [Fact]
    public void The_elected_commissioner_begins_when_the_term_of_the_other_has_ended()
    {
        var course = Listed().Until("P7.07");
        course.Do("P7.07", null, Votes(("Zoë Zander", 120), ("Anna Alder", 92), ("Clara Cedar", 27)));
        course.ToTheEnd();
        Assert.Equal(("Zoë Zander", "2024-04-01", "2030-03-31"), (course.Result["elected"].AsText,
            course.Result["termStart"].AsText, course.Result["termEnd"].AsText));
    }

    [Fact]
    public void A_casual_vacancy_starts_the_same_election_from_the_day_on_which_it_is_known()
    {
        var course = new Course("commissioner-election", new(2026, 6, 3), Value.MapOf(
            ("TermEnds", Value.Of("2030-03-31")), ("VacantOn", Value.Of("2026-06-01"))));
        Assert.Equal(["P6.01"], course.Asked);
        Assert.Equal(("part(2027,1)", "2026-08-12"), (course.Date("E"), course.Date("L")));
        Assert.Equal(["CM", "PRES", "SG", "SUBHR"], course.LettersOn("vacant").Select(l => l.To).Order());
    }

    [Fact]
    public void Who_withdraws_is_chosen_from_the_list_and_the_other_two_stand_in_the_form()
    {
        var course = Listed();
        Assert.Equal(["Anna Alder", "Clara Cedar", "Zoë Zander"], course.Choices("P6.07w", "name").Order());
        course.Do("P6.07w", null, ("name", Value.Of("Clara Cedar")));
        Assert.Equal(["Anna Alder", "Zoë Zander"], course.Proposed("P6.07", "names"));
    }
}
