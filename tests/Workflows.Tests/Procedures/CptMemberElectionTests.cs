using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>The election of a member of the CPT as it is delivered: vacancy, nationals, terms, lengths and lots.</summary>
public class CptMemberElectionTests
{
    private static readonly (string, Value) MajorityForAnna =
        Votes(("Anna Alder", 30), ("Boris Birch", 10), ("Clara Cedar", 6));

    private static (string, Value) List(string field, params string[] lines) =>
        (field, Value.Of(lines.Select(Value (l) => Value.Of(l))));

    private static Value.Map From(string state, string name, string sex = "F") =>
        Person(name, sex).With("nationality", Value.Of(state));

    private static Course Elected(Course course)
    {
        course.Until("P5.09").Do("P5.09", null, MajorityForAnna);
        return course;
    }

    // The file of another seat reports that its member is elected.
    private static void Filled(Course course, string seat) =>
        course.World.Publish("cpt seat filled", null, Value.MapOf(("seat", Value.Of(seat))));

    [Fact]
    public void Trap_9_the_end_of_a_cpt_term_is_a_vacancy_and_the_procedure_stays_open()
    {
        var course = OfCpt().Until("P5.06");
        course.GoTo(2025, 12, 20);
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        Assert.Equal("2025-12-20", course.Date("V"));
        var letters = course.LettersOn("vacant").ToArray();
        Assert.Equal(["BUR", "CM", "JUR"], letters.Select(l => l.To).Order());
        Assert.All(letters, l => Assert.Contains("No member stays until replaced", l.Body.English, StringComparison.Ordinal));
    }

    [Fact]
    public void A_successor_elected_before_the_end_of_the_term_leaves_no_empty_seat()
    {
        var course = Elected(OfCpt());
        course.GoTo(2025, 12, 20);
        Assert.Empty(course.LettersOn("vacant"));
        course.Do("P5.11");
        Assert.Equal(("2025-12-20", "2029-12-19"),
            (course.Result["termStart"].AsText, course.Result["termEnd"].AsText));
    }

    [Fact]
    public void A_member_elected_after_the_vacancy_begins_on_the_day_of_the_election()
    {
        var course = OfCpt().Until("P5.09");
        course.GoTo(2026, 2, 2);
        course.Do("P5.09", null, MajorityForAnna);
        course.Do("P5.11");
        Assert.Equal(("2026-02-02", "2030-02-01"),
            (course.Result["termStart"].AsText, course.Result["termEnd"].AsText));
    }

    [Fact]
    public void Trap_15_lengths_are_decided_before_the_election_and_lots_drawn_after_it()
    {
        var course = OfCpt().Until("P5.07");
        Assert.False(course.IsOpen("P5.09"));
        course.Do("P5.07", "Other lengths", List("seats", "EE", "LI"), List("lengths", "2", "4"));
        course.Until("P5.09");
        Assert.False(course.IsOpen("P5.07") || course.IsOpen("P5.10"));
        course.Do("P5.09", null, MajorityForAnna);
        Assert.Empty(course.Asked);
        var awaited = Assert.Single(course.Procedure.Waits.Select(AwaitedAct.Of), a => a is not null);
        Assert.Equal(("SG", "Tirer au sort la durée des mandats, une fois tous les sièges pourvus"), (awaited!.Body, awaited.Title.French));
        Filled(course, "LI");
        Assert.Equal(["P5.10"], course.Asked);
        Assert.Equal(course.Today, course.LastDay("P5.10"));
        course.Do("P5.10");
        course.Do("P5.11");
        Assert.Contains(((Value.Number)course.Result["termYears"]).Amount, new double[] { 2, 4 });
    }

    [Fact]
    public void One_decision_and_one_drawing_serve_the_files_of_all_the_seats()
    {
        var course = OfCpt().Until("P5.07");
        course.AlsoOpen("cpt-member-election", "q", ("State", "LI"), ("PartyStatus", "Member"),
            ("TermEnds", "2025-12-19"));
        course.Do("P5.07", "Other lengths", List("seats", "EE", "LI"), List("lengths", "2", "4"));
        for (var moves = 0; course.World.Procedures.Any(p => !p.IsOver) && moves < 400; moves++) course.NextAnswer();

        var years = new[] { course.Procedure, course.World.Find("q") }
            .Select(p => ((Value.Number)((Value.Map)p.Outputs["Result"])["termYears"]).Amount).Order();
        Assert.Equal([2, 4], years);
        var lots = Assert.Single(course.World.Procedures, p => p.Definition.DefinitionId == "cpt-lots");
        Assert.EndsWith("CPT: Estonia, Liechtenstein (term ending on 19 December 2025)", lots.Title.English, StringComparison.Ordinal);
        Assert.Single(course.Journal, e => e.Sentence.English.Contains("Pool: EE, LI", StringComparison.Ordinal));
    }

    [Fact]
    public void Lots_may_be_drawn_for_all_seats_while_one_is_still_empty()
    {
        var course = OfCpt().Until("P5.07");
        course.Do("P5.07", "Other lengths", List("seats", "EE", "LI"), List("lengths", "2", "4"));
        course.Until("P5.09").Do("P5.09", null, MajorityForAnna);
        course.Do("P5.10n");
        Filled(course, "LI");
        Assert.Equal(["P5.10"], course.Asked);
        course.Do("P5.10");
        Assert.Equal(["P5.11"], course.Asked);
    }

    [Fact]
    public void A_withdrawal_names_a_candidate_of_the_list_and_the_other_two_stand_in_the_form()
    {
        var course = OfCpt().Until("P5.03");
        Assert.Equal(["Anna Alder", "Boris Birch", "Clara Cedar"], course.Choices("P5.02w", "name"));
        course.Do("P5.02w", null, ("name", Value.Of("Boris Birch")));
        Assert.Equal(["Anna Alder", "Clara Cedar"], course.Proposed("P5.02c", "candidates"));
    }

    [Theory]
    [InlineData("Four years", 4)]
    [InlineData("Other lengths", 2)]
    public void Trap_15_no_lots_are_drawn_unless_several_terms_are_at_stake(string decision, int years)
    {
        var course = OfCpt().Until("P5.07");
        if (decision == "Four years") course.Do("P5.07", decision);
        else course.Do("P5.07", decision, List("seats", "EE"), List("lengths", "2"));
        Elected(course);
        Assert.Equal(["P5.11"], course.Asked);
        course.Do("P5.11");
        Assert.Equal(Value.Of(years), course.Result["termYears"]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1")]
    public void A_length_outside_two_to_six_years_is_asked_again(string years)
    {
        var course = OfCpt().Until("P5.07");
        course.Do("P5.07", "Other lengths", List("seats", "EE"), List("lengths", years));
        Assert.Equal(["P5.07"], course.Asked);
    }

    [Theory]
    [InlineData("FI", "EE", "P5.03")]
    [InlineData("FI", "LV", "P5.06r")]
    public void Trap_15_two_of_three_candidates_must_be_nationals(string second, string third, string next)
    {
        var course = OfCpt().Until("P5.02");
        course.Do("P5.02", null, Persons(From("EE", "Anna Alder"), From(second, "Boris Birch", "M"),
            From(third, "Clara Cedar")));
        Assert.Equal([next], course.Asked);
    }

    [Theory]
    [InlineData(2, "P5.03")]
    [InlineData(3, "P5.06r")]
    public void Trap_15_re_eligible_twice_means_three_terms(int served, string next)
    {
        var course = OfCpt().Until("P5.02");
        course.Do("P5.02", null, Three, ("termsServed", Value.Of(served)));
        Assert.Equal([next], course.Asked);
    }

    [Fact]
    public void A_rejection_that_the_bureau_does_not_follow_never_brings_an_unlawful_list_further()
    {
        var course = OfCpt().Until("P5.02");
        course.Do("P5.02", null, Persons(From("EE", "Anna Alder"), From("FI", "Boris Birch", "M")));
        course.Do("P5.06r", "Not followed");
        Assert.Equal(["P5.06r"], course.Asked);
    }

    [Fact]
    public void In_a_state_that_is_no_member_the_parliament_nominates_and_the_party_is_consulted_before_the_election()
    {
        var course = OfCpt(("State", "RU"), ("PartyStatus", "NonMember"));
        Assert.Equal(["P5.01n"], course.Asked);
        course.Until("P5.02n").Do("P5.02n", null,
            Persons(From("RU", "Anna Alder"), From("RU", "Boris Birch", "M"), From("CH", "Clara Cedar")));
        Assert.Equal("PARL(RU)", Assert.Single(course.LettersOn("P5.01nl"), l => l.To.StartsWith("PARL", StringComparison.Ordinal)).To);
        course.Until("P5.08");
        course.GoTo(2026, 3, 2);
        Assert.Equal(["P5.08"], course.Asked);
        course.Do("P5.08");
        Elected(course);
        Assert.Equal(["P5.11"], course.Asked);
    }

    [Fact]
    public void A_rejected_list_is_asked_for_anew_with_dates_of_its_own()
    {
        var course = OfCpt().Until("P5.04");
        course.GoTo(2025, 6, 16);
        course.Do("P5.04", "Reject", ("ground", Value.Of("No transparent selection.")));
        course.Do("P5.06r", "New list");
        Assert.Equal(["P5.02"], course.Asked);
        Assert.Equal(new DateOnly(2025, 9, 16), course.LastDay("P5.02"));
        Assert.Equal("2026-05-16", course.Date("T"));
        Assert.Equal("2025-12-20", course.Date("V"));
        Assert.False(course.IsOpen("P5.02w"));
    }

    [Fact]
    public void A_candidate_who_withdraws_is_replaced_and_the_list_is_checked_again()
    {
        var course = OfCpt().Until("P5.05");
        course.Do("P5.02w", null, ("name", Value.Of("Clara Cedar")));
        Assert.Equal(["P5.02c"], course.Asked);
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        course.Do("P5.02c", null,
            Persons(Person("Anna Alder"), Person("Boris Birch", "M"), Person("Eva Fir")));
        Assert.Equal(["P5.03"], course.Asked);
    }

    [Fact]
    public void Nobody_with_an_absolute_majority_leads_to_a_further_round()
    {
        var course = OfCpt().Until("P5.09");
        course.Do("P5.09", null, Votes(("Anna Alder", 23), ("Boris Birch", 13), ("Clara Cedar", 10)));
        Assert.Equal(["P5.09r"], course.Asked);
        course.Do("P5.09r", "Further round", List("left", "Clara Cedar"));
        course.Do("P5.09", null, Votes(("Anna Alder", 22), ("Boris Birch", 24)));
        course.Do("P5.11");
        Assert.Equal("Boris Birch", course.Result["elected"].AsText);
    }
}
