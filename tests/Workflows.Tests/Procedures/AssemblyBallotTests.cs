using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>The ballot of the Assembly as it is delivered: rounds, silence, withdrawals.</summary>
public class AssemblyBallotTests
{
    [Fact]
    public void Trap_1_and_2_blank_papers_are_no_votes_and_of_250_votes_125_do_not_elect()
    {
        var course = Counting("Anna Alder", "Boris Birch");
        course.Do("P7.07", null, Votes(("Anna Alder", 125), ("Boris Birch", 125)), ("blank", Value.Of(40)));
        course.Do("P7.08");
        Assert.Equal(["P7.01"], course.Asked.Where(s => s != "P7.02"));
        Assert.Equal(Value.Of(126), Value.Of(Number(course, 0, "threshold")));
        Assert.Equal(Value.Of(250), Value.Of(Number(course, 0, "votesCast")));
    }

    [Fact]
    public void Trap_3_the_second_ballot_keeps_all_candidates_and_a_tie_there_repeats_it()
    {
        var course = Counting("Anna Alder", "Boris Birch", "Clara Cedar");
        Ballot(course, 90, 90, 10);
        Ballot(course, 90, 90, 10);
        Assert.DoesNotContain("P7.09", course.Asked);
        Ballot(course, 80, 70, 10);
        Assert.Contains("P7.09", course.Asked);
        course.Do("P7.09");
        Assert.Equal("Anna Alder", course.Procedure.Outputs["Elected"].AsText);
        Assert.Equal(3, ((Value.List)course.Procedure.Outputs["Ballots"]).Items.Length);
    }

    [Fact]
    public void A_candidate_who_withdraws_between_two_ballots_is_not_on_the_next_paper_and_nothing_is_interrupted()
    {
        var course = Counting("Anna Alder", "Boris Birch", "Clara Cedar");
        course.Do("P7.07", null, Votes(("Anna Alder", 60), ("Boris Birch", 60), ("Clara Cedar", 10)));
        Assert.False(course.IsOpen("P7.01w"));
        course.Do("P7.08");
        Assert.Equal(["Anna Alder", "Boris Birch", "Clara Cedar"], course.Choices("P7.01w", "name"));
        course.Do("P7.01w", null, ("name", Value.Of("Clara Cedar")));
        Assert.Equal(["Anna Alder", "Boris Birch"], course.Choices("P7.01w", "name"));
        Assert.Equal(["PRES", "TO"], course.LettersOn("P7.01l").Select(l => l.To).Order());
        Assert.Contains("Clara Cedar n'est plus candidat", course.LettersOn("P7.01l").First().Body.French);
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        ToTheCount(course);
        var paper = Plain.Items(course.Wait("P7.07").Data["candidates"]).Select(Plain.Text);
        Assert.Equal(["Anna Alder", "Boris Birch"], paper);
        Assert.False(course.IsOpen("P7.01w"));
    }

    [Fact]
    public void Who_has_withdrawn_stays_off_the_paper_of_every_later_ballot()
    {
        var course = Counting("Anna Alder", "Boris Birch", "Clara Cedar", "Dora Dogwood");
        Undecided(course);
        course.Do("P7.01w", null, ("name", Value.Of("Clara Cedar")));
        ToTheCount(course);
        Undecided(course);
        course.Do("P7.01w", null, ("name", Value.Of("Dora Dogwood")));
        ToTheCount(course);
        Assert.Equal(["Anna Alder", "Boris Birch"],
            Plain.Items(course.Wait("P7.07").Data["candidates"]).Select(Plain.Text));
    }

    [Fact]
    public void When_nobody_is_left_the_ballot_ends_with_nobody_elected()
    {
        var course = Counting("Anna Alder", "Boris Birch");
        Undecided(course);
        course.Do("P7.01w", null, ("name", Value.Of("Anna Alder")));
        course.Do("P7.01w", null, ("name", Value.Of("Boris Birch")));
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
        Assert.False(course.Procedure.Outputs.Has("Elected"));
    }

    [Fact]
    public void Trap_19_the_paper_is_alphabetical_in_one_fixed_order_whatever_the_state_prefers()
    {
        var course = Counting("Zoë Šimić", "Ivan Đukić", "Mary O'Brien", "Jens Ødegård");
        var paper = Plain.Items(course.Wait("P7.07").Data["candidates"]).Select(Plain.Text);
        Assert.Equal(["Ivan Đukić", "Mary O'Brien", "Jens Ødegård", "Zoë Šimić"], paper);
    }

    [Fact]
    public void Groups_that_name_no_observer_do_not_hold_up_the_vote()
    {
        var course = OfBallot("Anna Alder", "Boris Birch");
        course.GoTo(2019, 10, 1);
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04" }) course.Do(step);
        Assert.Contains("P7.05", course.Asked);
        course.World.AdvanceTo(course.World.Now);
        Assert.Equal(["P7.05"], course.Asked);
        var lapse = course.Journal.Single(e => e.Event == Journal.JournalEvent.Expired);
        Assert.Contains("not done while there was time; the right has lapsed", lapse.Sentence.English);
        Assert.Contains("tant qu'il était temps ; le droit est éteint", lapse.Sentence.French);
    }

    [Fact]
    public void One_candidate_is_elected_by_one_valid_vote_and_nobody_by_none()
    {
        var course = Counting("Anna Alder");
        course.Do("P7.07", null, Votes(("Anna Alder", 0)), ("spoilt", Value.Of(50)));
        course.Do("P7.08");
        ToTheCount(course);
        course.Do("P7.07", null, Votes(("Anna Alder", 1)));
        course.Do("P7.08");
        Assert.Contains("P7.09", course.Asked);
    }

    [Fact]
    public void Taken_off_the_agenda_the_ballot_ends_with_nobody_elected()
    {
        var course = OfBallot("Anna Alder");
        course.Do("P7.01", "Taken off");
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
        Assert.False(course.Procedure.Outputs.Has("Elected"));
    }

    [Fact]
    public void No_letter_tells_a_name_or_a_number_of_votes_before_the_result_is_announced()
    {
        var course = Counting("Anna Alder", "Boris Birch");
        course.Do("P7.07", null, Votes(("Anna Alder", 117), ("Boris Birch", 13)));
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.Result);
        course.Do("P7.08");
        Assert.Contains(course.Letters, l => l.Kind == LetterKind.Result);
        Assert.All(course.Letters.Where(l => l.Kind != LetterKind.Result), l =>
        {
            var text = $"{l.StepTitle} {l.Subject} {l.Body} {l.Explanation} {string.Join(' ', l.Outcomes)}";
            Assert.DoesNotContain("Alder", text, StringComparison.Ordinal);
            Assert.DoesNotContain("117", text, StringComparison.Ordinal);
        });
        var count = Assert.Single(course.Letters, l => l.ActivityId == "P7.07");
        Assert.Equal("Count of the ballot", count.StepTitle.English);
        Assert.Empty(count.Outcomes);
    }

    [Fact]
    public void Trap_16_the_register_of_a_ballot_refuses_the_represented_and_the_substitute_s_second_seat()
    {
        var course = OfBallot([("Seats", "EE-1: Tamm; Sepp\nEE-2: Mägi; Sepp")], "Anna Alder");
        course.GoTo(2019, 10, 1);
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04" }) course.Do(step);
        Assert.Contains("Sepp has already signed for the seat EE-1.", course.Refused("P7.05", "EE-1: Sepp", "EE-1: Tamm"));
        Assert.Contains("Sepp has already signed for the seat EE-1.", course.Refused("P7.05", "EE-1: Sepp", "EE-2: Sepp"));
        course.Do("P7.05", null, ("signed", Value.Of([Value.Of("EE-1: Sepp"), Value.Of("EE-2: Mägi")])));
        Assert.Contains("P7.06", course.Asked);
    }

    [Theory]
    [InlineData("electronic", "P7.04e")]
    [InlineData("postal", "P7.04p")]
    public void Another_mode_needs_the_bureau_and_takes_the_place_of_observers_tellers_and_urn(string mode, string step)
    {
        var course = OfBallot([("Mode", mode)], "Anna Alder", "Boris Birch");
        Assert.Equal(["P7.00"], course.Asked);
        course.Do("P7.00", null, ("present", Value.Of(10)), ("members", Value.Of(30)));
        course.Do("P7.01");
        Assert.Equal([step], course.Asked);
        course.Do(step);
        Assert.Equal(["P7.05"], course.Asked);
    }

    [Theory]
    [InlineData(9, 12)]
    [InlineData(10, 0)]
    public void Without_quorum_or_majority_of_the_bureau_the_vote_is_in_person(int present, int inFavour)
    {
        var course = OfBallot([("Mode", "postal")], "Anna Alder");
        course.Do("P7.00", null, ("for", Value.Of(inFavour)), ("present", Value.Of(present)), ("members", Value.Of(30)));
        course.Do("P7.01");
        Assert.Equal(["P7.02", "P7.03", "P7.04"], course.Asked.Order());
    }

    [Fact]
    public void Two_observers_of_one_group_are_sent_back()
    {
        var course = OfBallot("Anna Alder");
        course.Do("P7.01");
        course.Do("P7.02", null, ("observers", Value.Of([Value.Of("Group A: X"), Value.Of("group a : Y")])));
        Assert.Contains("P7.02", course.Asked);
        course.Do("P7.02", null, ("observers", Value.Of([Value.Of("Group A: X"), Value.Of("Group B: Y")])));
        Assert.DoesNotContain("P7.02", course.Asked);
    }

    private static Course Counting(params string[] candidates)
    {
        var course = OfBallot(candidates);
        course.GoTo(2019, 10, 1);
        ToTheCount(course);
        return course;
    }

    private static void ToTheCount(Course course)
    {
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04", "P7.05", "P7.06" })
            course.Do(step);
    }

    private static void Undecided(Course course)
    {
        var votes = Plain.Items(course.Wait("P7.07").Data["candidates"]).Select(Plain.Text).Select(n => (n, 50)).ToArray();
        course.Do("P7.07", null, Votes(votes));
        course.Do("P7.08");
    }

    private static void Ballot(Course course, int anna, int boris, int clara)
    {
        if (!course.IsOpen("P7.07")) ToTheCount(course);
        course.Do("P7.07", null, Votes(("Anna Alder", anna), ("Boris Birch", boris), ("Clara Cedar", clara)));
        course.Do("P7.08");
    }

    private static double Number(Course course, int ballot, string member) =>
        ((Value.Number)((Value.Map)((Value.List)course.Variable("Reports")).Items[ballot])[member]).Amount;
}
