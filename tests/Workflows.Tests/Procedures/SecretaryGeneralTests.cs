using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>
/// The election of the Secretary General as it is delivered: the rules that software usually gets wrong.
/// </summary>
public class SecretaryGeneralTests
{
    private const string Election = "secretary-general-election";

    [Fact]
    public void An_ordinary_election_takes_its_course_to_the_new_term()
    {
        var course = OfOffice(Election).ToTheEnd();
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
        Assert.Equal("A", course.Result["branch"].AsText);
        Assert.Equal(Value.Of("2026-09-18"), course.Result["termStart"]);
        Assert.Equal(Value.Of("2031-09-17"), course.Result["termEnd"]);
    }

    [Theory]
    [InlineData(30, 15, 1, true)]
    [InlineData(23, 0, 23, false)]
    [InlineData(29, 15, 2, false)]
    public void Trap_4_the_list_needs_two_thirds_of_the_votes_cast_and_a_majority_of_those_entitled_to_sit(
        int @for, int against, int abstentions, bool carried)
    {
        var course = OfOffice(Election).Until("P2.06");
        course.Do("P2.06", "No consensus");
        course.Do("P2.06v", "Record", ("for", Value.Of(@for)), ("against", Value.Of(against)),
            ("abstentions", Value.Of(abstentions)), ("entitled", Value.Of(46)));
        Assert.Equal(carried, !course.IsOpen("P2.06"));
    }

    [Fact]
    public void Trap_11_the_thirty_days_run_from_the_opening_and_not_from_the_ballot()
    {
        // The part-session opens on 22 June 2026; the ballot would be more than thirty days after 24 May.
        var course = Consulted(new(2026, 5, 24));
        Assert.Equal(["P2.07"], course.Asked);
        Assert.Equal("2026-05-23", course.Date("TD"));
        Assert.DoesNotContain("P2.07", Consulted(new(2026, 5, 23)).Asked);
    }

    [Fact]
    public void Trap_11_only_both_sides_of_the_Joint_Committee_together_waive_the_thirty_days()
    {
        var course = Consulted(new(2026, 5, 24));
        var refused = course.World.Send(course.World.Procedures.Last(p => !p.IsOver).Id, new Stimulus.TaskCompleted(
            course.Wait("P2.07").Id, "Agreement", Value.MapOf(("assemblyAgrees", Value.True))));
        Assert.Contains("The side of the Committee of Ministers agrees", refused.Refusal?.English);
        course.GoTo(2026, 7, 1);
        Assert.Equal(["P2.07"], course.Asked);
        course.Do("P2.07", "Agreement");
        Assert.DoesNotContain("P2.07", course.Asked);
    }

    [Fact]
    public void Trap_12_the_whole_of_10_January_is_in_time_and_11_January_is_late()
    {
        var course = OfOffice(Election).Until("P2.03");
        Assert.Equal(new DateOnly(2026, 1, 10), course.LastDay("P2.03"));
        course.GoTo(2026, 1, 10);
        Nominate(course, "P2.03n", "Anna Alder");
        course.GoTo(2026, 1, 11);
        Nominate(course, "P2.03n", "Boris Birch");
        course.Do("P2.03p", "Passed");
        Assert.Equal(["Anna Alder"], Names(course, "Candidates"));
        Assert.Equal(["Boris Birch"], Names(course, "Late"));
    }

    [Fact]
    public void A_nomination_received_on_the_last_day_and_recorded_later_is_in_time()
    {
        var course = OfOffice(Election).Until("P2.03");
        course.GoTo(2026, 1, 12);
        Nominate(course, "P2.03n", "Anna Alder", on: new(2026, 1, 10));
        course.Do("P2.03p", "Passed", Persons(Person("Anna Alder")));
        Assert.Equal(["Anna Alder"], Names(course, "Candidates"));
    }

    [Fact]
    public void Trap_14_a_member_of_staff_nominated_for_Secretary_General_needs_no_consent()
    {
        var course = OfOffice(Election).Until("P2.03");
        Nominate(course, "P2.03n", "Anna Alder", staff: true);
        Assert.DoesNotContain("P2.03s", course.Asked);
        course.GoTo(2026, 1, 11);
        course.Do("P2.03p", "Passed");
        Assert.Equal(["Anna Alder"], Names(course, "Candidates"));
    }

    [Fact]
    public void Trap_20_the_closing_date_that_is_decided_stands_in_place_of_10_January_but_a_new_call_is_never_longer_than_six_weeks()
    {
        var course = OfOffice(Election).Until("P2.02");
        course.Do("P2.02", null, ("closing", Value.Of("2026-02-13")));
        Assert.Equal(new DateOnly(2026, 2, 13), course.LastDay("P2.03"));
        course.Until("P2.06");
        course.Do("P2.06", "None suitable");
        course.Do("P2.C1", null, ("closing", Value.Of("2026-12-01")));
        Assert.Equal(course.Today.AddDays(42), course.LastDay("P2.03"));
    }

    [Fact]
    public void The_call_goes_to_every_member_state_and_to_no_former_one()
    {
        var course = OfOffice(Election).Until("P2.03");
        var called = course.LettersOn("call").Select(l => l.To).ToArray();
        Assert.Equal(46, called.Length);
        Assert.Contains("GOV(EE)", called);
        Assert.DoesNotContain("GOV(RU)", called);
        Assert.Single(course.LettersOn("call"), l => l.CopyTo == "CHCM");
    }

    [Fact]
    public void No_letter_of_the_list_tells_a_name()
    {
        var course = OfOffice(Election).Until("P2.06");
        course.Do("P2.06", "No consensus");
        Assert.All(course.Letters, l => Assert.DoesNotContain("Alder", $"{l.StepTitle} {l.Subject} {l.Body}"));
    }

    [Theory]
    [InlineData("secretary-general-election", "P2")]
    [InlineData("deputy-secretary-general", "P3")]
    [InlineData("assembly-secretary-general", "P4")]
    public void A_withdrawal_is_chosen_from_the_candidates_of_the_file_and_the_bodies_are_told_who_is_left(
        string definition, string code)
    {
        var course = OfOffice(definition);
        Assert.Empty(course.Choices($"{code}.00w", "name"));
        for (var moves = 0; course.Choices($"{code}.00w", "name").Length == 0 && moves < 60; moves++)
            course.NextAnswer();
        Assert.Equal(["Anna Alder", "Boris Birch", "Clara Cedar"], course.Choices($"{code}.00w", "name"));
        course.Do($"{code}.00w", "Withdrawn", ("name", Value.Of("Boris Birch")));
        Assert.Equal(["Anna Alder", "Clara Cedar"], course.Choices($"{code}.00w", "name"));
        var told = course.LettersOn("left2").ToArray();
        Assert.Equal(["BUR", "CM", "SGA"], told.Select(l => l.To).Order());
        Assert.All(told, l => Assert.DoesNotContain("Birch", l.Subject.English, StringComparison.Ordinal));
        Assert.Contains("Anna Alder and Clara Cedar", told[0].Body.English.Replace(", ", " and "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_nominations_that_were_recorded_stand_in_the_form_that_passes_them_on()
    {
        var course = OfOffice(Election).Until("P2.03");
        Nominate(course, "P2.03n", "Anna Alder");
        Nominate(course, "P2.03n", "Boris Birch");
        course.Until("P2.03p");
        Assert.Equal(["Anna Alder", "Boris Birch"], course.Proposed("P2.03p", "candidates"));
        course.Do("P2.03p", "Passed", ("candidates", Value.Of([Person("Anna Alder")])));
        Assert.Equal(["Anna Alder"], Names(course, "Candidates"));
    }

    [Fact]
    public void A_nomination_recorded_after_the_form_was_opened_is_passed_on_with_the_others()
    {
        var course = OfOffice(Election).Until("P2.03");
        Nominate(course, "P2.03n", "Anna Alder");
        course.Until("P2.03p");
        Nominate(course, "P2.03n", "Boris Birch", on: new DateOnly(2026, 1, 9));
        course.Do("P2.03p", "Passed", ("candidates", Value.Of([Person("Anna Alder")])));
        Assert.Equal(["Anna Alder", "Boris Birch"], Names(course, "Candidates").Order());
    }

    [Fact]
    public void A_date_moved_from_outside_the_drawing_reaches_the_nested_parts_and_stands_in_both_journals()
    {
        var course = OfOffice(Election).Until("P2.08");
        course.World.Send(Id, new Stimulus.AnchorMoved(
            "EO", new Deadlines.AnchorValue.Day(new(2026, 6, 24)), "A holiday.") { Actor = "Ms Kask" });
        Assert.Equal(new DateOnly(2026, 6, 23), course.LastDay("P2.08"));
        var within = course.World.Procedures.Single(p => p.Definition.DefinitionId == "assembly-appointment");
        Assert.Equal("2026-06-24", within.Anchors.Find("EO")!.Notation);
        var moves = course.World.Steps.Where(s => s.Journal.Any(e => e.Event == Journal.JournalEvent.AnchorMoved))
            .Select(s => s.After.Id).Distinct();
        Assert.Equal([Id, within.Id], moves);
    }

    internal static void Nominate(Course course, string step, string name, bool staff = false, DateOnly? on = null) =>
        course.Do(step, on, "Nominated", ("nominee", Value.Of([Person(name)])), ("by", Value.Of("Estonia")),
            ("staff", Value.Of(staff)));

    internal static string[] Names(Course course, string variable) =>
        [.. Plain.Items(course.Variable(variable)).Select(c => Plain.Text(((Value.Map)c)["name"]))];

    private static Course Consulted(DateOnly day)
    {
        var course = OfOffice(Election).Until("P2.04");
        course.GoTo(day.Year, day.Month, day.Day);
        course.Do("P2.04");
        course.Do("P2.05");
        course.Do("P2.06");
        return course;
    }
}
