using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;
using static Procedures.Courses.SecretaryGeneralTests;

namespace Procedures.Courses;

/// <summary>The Deputy Secretary General and the Secretary General of the Assembly, as they are delivered.</summary>
public class DeputiesTests
{
    private const string Deputy = "deputy-secretary-general";
    private const string OfAssembly = "assembly-secretary-general";

    [Theory]
    [InlineData(Deputy)]
    [InlineData(OfAssembly)]
    public void An_ordinary_election_takes_its_course_to_the_new_term(string definition)
    {
        var course = OfOffice(definition).ToTheEnd();
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
        Assert.Equal(Value.Of(5), course.Result["termYears"]);
    }

    [Fact]
    public void Trap_13_the_Committee_of_Ministers_can_record_no_order_of_preference_for_the_Secretary_General_of_the_Assembly()
    {
        Assert.Contains("preference", Fields(OfOffice(Deputy).Until("P3.07"), "P3.07"));
        var course = OfOffice(OfAssembly).Until("P4.07");
        Assert.DoesNotContain("preference", Fields(course, "P4.07"));
        course.Until("P4.08r");
        Assert.Contains("preference", Fields(course, "P4.08r"));
        Assert.Contains("has none for this post", course.Wait("P4.08r").Assignment!.Instructions.English);
    }

    [Theory]
    [InlineData(Deputy, "P3.04")]
    [InlineData(OfAssembly, "P4.04")]
    public void Trap_14_a_government_may_nominate_staff_only_with_the_consent_of_the_Secretary_General(
        string definition, string code)
    {
        var course = OfOffice(definition).Until(code + "a");
        Nominate(course, code + "n", "Anna Alder", staff: true);
        course.Do(code + "s", "Refuses");
        Nominate(course, code + "n", "Boris Birch", staff: true);
        course.Do(code + "s", "Agrees");
        Nominate(course, code + "n", "Clara Cedar", staff: true);
        course.Until(code + "p");
        Assert.Contains(code + "s", course.Asked);
        course.Do(code + "p", "Passed");
        Assert.Equal(["Boris Birch"], Names(course, "Candidates"));
    }

    [Fact]
    public void Trap_14_staff_nominated_by_a_group_of_representatives_need_no_consent_but_a_letter_warns()
    {
        var course = OfOffice(OfAssembly).Until("P4.04a");
        Group(course, "Anna Alder", 1, 5, staff: true);
        Assert.DoesNotContain("P4.04s", course.Asked);
        Assert.Contains(course.LettersOn("gwarn"), l => l.To == "SG");
    }

    [Fact]
    public void A_group_has_five_to_ten_representatives_and_each_signs_once()
    {
        var course = OfOffice(OfAssembly).Until("P4.04a");
        Group(course, "Anna Alder", 1, 4);
        Group(course, "Boris Birch", 1, 5);
        Group(course, "Clara Cedar", 5, 9);
        Group(course, "Dora Dunn", 11, 20);
        Group(course, "Eva Elm", 21, 31);
        course.Until("P4.04p").Do("P4.04p", "Passed");
        Assert.Equal(["Boris Birch", "Dora Dunn"], Names(course, "Candidates"));
    }

    [Fact]
    public void The_length_of_the_term_is_five_years_unless_the_Joint_Committee_agrees_otherwise()
    {
        var course = OfOffice(Deputy).Until("P3.02");
        course.Do("P3.02", "Agreement", ("years", Value.Of(3)));
        course.ToTheEnd();
        Assert.Equal(Value.Of("2029-09-17"), course.Result["termEnd"]);
    }

    [Fact]
    public void When_the_incumbent_is_a_candidate_somebody_else_assists_the_count()
    {
        var course = OfOffice(OfAssembly, ("Incumbent", "boris birch")).Until("P4.09a");
        Assert.Equal("PRES", course.Wait("P4.09a").Assignment!.Body);
    }

    private static void Group(Course course, string name, int first, int last, bool staff = false) =>
        course.Do("P4.04g", "Nominated", ("nominee", Value.Of([Person(name)])), ("staff", Value.Of(staff)),
            ("signatories",
                Value.Of(Enumerable.Range(first, last - first + 1).Select(Value (i) => Value.Of($"Member {i}")))));

    private static string[] Fields(Course course, string step) =>
        [.. course.Wait(step).Assignment!.Form.Items.Select(f => Plain.Text(((Value.Map)f)["name"]))];
}
