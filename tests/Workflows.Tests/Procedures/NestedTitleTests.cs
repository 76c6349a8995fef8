using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>Two elections to one office or of one state at the same time are told apart in every list and letter.</summary>
public sealed class NestedTitleTests
{
    [Theory]
    [InlineData("secretary-general-election")]
    [InlineData("deputy-secretary-general")]
    [InlineData("assembly-secretary-general")]
    public void Every_part_of_an_election_names_the_term_that_the_election_names(string election)
    {
        var course = OfOffice(election).ToTheEnd();
        Assert.InRange(course.World.Procedures.Count(), 5, 20);
        Assert.All(course.World.Procedures, p =>
        {
            Assert.EndsWith("(term ending on 17 September 2026)", p.Title.English, StringComparison.Ordinal);
            Assert.EndsWith("(mandat prenant fin le 17 septembre 2026)", p.Title.French, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_ballot_for_a_judge_names_the_state_and_the_term()
    {
        var course = OfJudge().Until("P7.01");
        Assert.Equal(
            ["Election of a judge in respect of Estonia (term ending on 3 January 2020)",
                "Ballot: judge in respect of Estonia (term ending on 3 January 2020)"],
            course.World.Procedures.Select(p => p.Title.English));
        Assert.Equal("Scrutin : juge au titre de l'Estonie (mandat prenant fin le 3 janvier 2020)",
            course.World.Procedures.Last().Title.French);
    }

    [Fact]
    public void Without_a_term_the_title_says_nothing_of_one() =>
        Assert.Equal(new Bilingual("Ballot: judge", "Scrutin : juge"), OfBallot("Anna Alder").Procedure.Title);
}
