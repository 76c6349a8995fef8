using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>
/// What was done in time and is recorded when others have gone on beside it: the observers of a ballot, whose right has
/// lapsed while the tellers were drawn and the vote was prepared.
/// </summary>
public sealed class ParallelRecordTests
{
    private static readonly (string, Value) Observers = ("observers", Value.Of([Value.Of("Group A: X")]));

    [Theory]
    [InlineData("P7.03")]
    [InlineData("P7.03", "P7.04")]
    [InlineData("P7.03", "P7.04", "P7.05")]
    [InlineData("P7.03", "P7.04", "P7.05", "P7.06")]
    public void What_was_done_beside_it_stays_and_all_is_as_if_it_had_been_recorded_in_time(params string[] beside)
    {
        var (late, wait) = Lapsed();
        foreach (var step in beside) late.Do(step);
        late.World.AdvanceTo(late.World.Now);
        var letters = late.Letters.Count();
        Take(late, wait);
        Assert.Equal(letters, late.Letters.Count());

        var punctual = Scheduled();
        punctual.Do("P7.02", null, Observers);
        punctual.World.AdvanceTo(late.World.Now);
        foreach (var step in beside) punctual.Do(step);
        Assert.Equal(punctual.Asked, late.Asked);
        Assert.Equal(punctual.Asked.Select(s => punctual.LastDay(s)), late.Asked.Select(s => late.LastDay(s)));
        Assert.Equal(Variables(punctual), Variables(late));
        Assert.Equal(Dates(punctual), Dates(late));
        while (!late.Procedure.IsOver) late.Do(late.Asked[0]);
        Assert.NotNull(late.Procedure.Outputs["Elected"].AsText);
    }

    [Fact]
    public void A_report_that_was_written_meanwhile_stays_as_it_was_written()
    {
        var (course, wait) = Lapsed();
        foreach (var step in new[] { "P7.03", "P7.04", "P7.05", "P7.06", "P7.07", "P7.08" }) course.Do(step);
        Take(course, wait);
        Assert.Empty(Plain.Items(((Value.Map)Plain.Items(course.Variable("Reports")).Single())["observers"]));
        Assert.Equal("Group A: X", Plain.Text(Plain.Items(course.Variable("Observers")).Single()));
        Assert.Equal(["P7.09"], course.Asked);
    }

    [Fact]
    public void A_right_that_was_cut_off_by_the_opening_of_the_ballot_is_given_back_without_touching_the_ballot()
    {
        var course = Scheduled();
        var wait = course.Wait("P7.02");
        course.Do("P7.03");
        course.Do("P7.04");
        course.World.AdvanceTo(course.World.Now);
        Assert.Equal(["P7.05"], course.Asked);
        course.Do("P7.05");
        Take(course, wait);
        Assert.Contains(course.Journal, e => e.Sentence.English.Contains(
            "recorded when the time for it was up", StringComparison.Ordinal));
        Assert.Equal(["P7.06"], course.Asked);
        Assert.Equal("Group A: X", Plain.Text(Plain.Items(course.Variable("Observers")).Single()));
    }

    [Fact]
    public void A_day_that_was_postponed_beside_it_stays_postponed()
    {
        var (course, wait) = Lapsed();
        var teller = course.Wait("P7.03");
        course.World.Send(Id, new Stimulus.Intervened(new Act.Postponed(teller.Id, course.Today.AddDays(1), "No room.")));
        Take(course, wait);
        Assert.Equal(course.Today.AddDays(1), course.LastDay("P7.03"));
    }

    [Fact]
    public void What_rests_on_the_end_of_the_deadline_stands_in_the_way_and_the_refusal_says_so()
    {
        var course = OfCommissioner().Until("P6.02");
        var wait = course.Wait("P6.02");
        course.World.AdvanceTo(ParisTime.At(wait.Timetable!.LastDay!.Value.AddDays(1), new(10, 0)));
        course.Do("P6.02c", null, Persons(Person("Anna Alder"), Person("Boris Birch", "M"), Person("Clara Cedar")));
        var passed = course.Procedure.Passed.Single(p => p.Wait == wait.Id);
        Assert.Null(passed.Before);
        Assert.Contains("asked only because the last day had passed", passed.Barrier.English, StringComparison.Ordinal);
        Assert.Contains("que parce que le délai avait expiré", passed.Barrier.French, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_does_not_double_with_every_deadline_that_passes()
    {
        var (course, wait) = Lapsed();
        var length = Json.Write(course.Procedure).Length;
        foreach (var step in new[] { "P7.03", "P7.04", "P7.05", "P7.06" }) course.Do(step);
        Assert.InRange(Json.Write(course.Procedure).Length, length, 2 * length);
        var kept = course.Procedure.Passed.Single(p => p.Wait == wait.Id);
        Assert.All(kept.Before!.Passed, p => Assert.Null(p.Before));
    }

    private static Course Scheduled()
    {
        var course = OfBallot("Anna Alder", "Boris Birch");
        course.GoTo(2019, 10, 1);
        course.Do("P7.01");
        return course;
    }

    private static (Course Course, Wait Wait) Lapsed()
    {
        var course = Scheduled();
        var wait = course.Wait("P7.02");
        course.World.AdvanceTo(ParisTime.At(wait.Timetable!.LastDay!.Value.AddDays(1), new(10, 0)));
        Assert.DoesNotContain("P7.02", course.Asked);
        return (course, wait);
    }

    private static void Take(Course course, Wait wait)
    {
        var answer = new Stimulus.TaskCompleted(wait.Id, "Notified", Value.MapOf((Observers.Item1, Observers.Item2)))
        {
            DecidedOn = wait.Timetable!.LastDay,
        };
        var step = course.World.Send(Id, new Stimulus.Intervened(new Act.TakenInTime(answer, "It lay on a desk")) { Actor = "Ms Kask" });
        Assert.True(step.Refusal is null && !step.IsIdle, step.Refusal?.English);
        Assert.Empty(course.Procedure.Incidents);
        Assert.Equal(Json.Write(step.After), Json.Write(new ProcedureJson(_ => step.After.Definition).Read(Json.Write(step.After))));
    }

    private static IEnumerable<KeyValuePair<string, Value>> Variables(Course course) =>
        course.Procedure.Activations[0].Variables.Members.OrderBy(m => m.Key, StringComparer.Ordinal);

    private static string[] Dates(Course course) =>
        [.. course.Procedure.Anchors.Values.Values.Select(a => $"{a.Name}={a.Value?.Notation}").Order(StringComparer.Ordinal)];
}
