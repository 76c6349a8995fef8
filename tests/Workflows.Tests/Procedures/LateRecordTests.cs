using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>
/// What was done in time and is recorded when the procedure has gone on without it: the hearing of the candidates for
/// judge, after whose last day the definition tries the next part-session.
/// </summary>
public sealed class LateRecordTests
{
    private const string Hearing = "P1.13";

    [Fact]
    public void It_goes_on_as_if_it_had_been_recorded_in_time()
    {
        var (late, wait, last) = Left();
        Assert.False(late.IsOpen(Hearing));
        Take(late, InTime(wait, last));

        var punctual = OfJudge().Until(Hearing);
        punctual.World.AdvanceTo(late.World.Now.AddDays(-3));
        punctual.Do(Hearing, last, "Heard", [.. Form(wait).Members.Select(m => (m.Key, m.Value))]);
        punctual.World.AdvanceTo(late.World.Now);
        Assert.Equal(punctual.Asked, late.Asked);
        Assert.Equal(punctual.Asked.Select(s => punctual.LastDay(s)), late.Asked.Select(s => late.LastDay(s)));
        Assert.Equal(Dates(punctual), Dates(late));
        Assert.Equal(
            punctual.Procedure.Activations[0].Variables.Members.OrderBy(m => m.Key, StringComparer.Ordinal),
            late.Procedure.Activations[0].Variables.Members.OrderBy(m => m.Key, StringComparer.Ordinal));
        late.ToTheEnd();
        Assert.Equal(ProcedureStatus.Finished, late.Procedure.Status);
    }

    [Fact]
    public void Whoever_was_asked_meanwhile_is_told_and_the_journal_keeps_both()
    {
        var (course, wait, last) = Left();
        var asked = course.Procedure.Waits.Where(w => w.Id > wait.Id && w.Assignment is { IsOptional: false })
            .ToArray();
        var step = Take(course, InTime(wait, last));
        Assert.NotEmpty(asked);
        Assert.All(asked, w => Assert.Contains(step.Letters, l => l.Kind == LetterKind.Withdrawn && l.Wait == w.Id));
        Assert.Contains(course.Journal, e => e.Event == Journal.JournalEvent.Expired);
        var note = step.Journal.Single(e => e.Event == Journal.JournalEvent.Noted);
        Assert.Contains("done in time", note.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("The minutes came late", note.Sentence.French, StringComparison.Ordinal);
        Assert.Contains(step.WaitsClosed, w => w.Id == wait.Id);
    }

    [Fact]
    public void What_waited_beside_it_all_the_time_is_neither_asked_nor_withdrawn_again()
    {
        var course = OfJudge().Until(Hearing);
        var beside = course.Procedure.Waits.Where(w => w.Assignment?.Step != Hearing).Select(w => w.Id).ToArray();
        var (late, wait, last) = Left(course);
        var kept = beside.Where(id => late.Procedure.FindWait(id) is not null).ToArray();
        var step = Take(late, InTime(wait, last));
        Assert.NotEmpty(kept);
        Assert.All(kept, id => Assert.DoesNotContain(step.Letters, l => l.Wait == id && l.Kind == LetterKind.Task));
    }

    [Fact]
    public void What_a_person_has_done_since_is_not_taken_back_and_the_refusal_names_it()
    {
        var (course, wait, last) = Left();
        var next = course.Asked[0];
        var title = course.Wait(next).Assignment!.Title.English;
        course.Do(next);
        Assert.Contains(title, Refused(course, InTime(wait, last)), StringComparison.Ordinal);
        Assert.All(course.Procedure.Passed, p => Assert.Null(p.Before));
    }

    [Fact]
    public void A_corrected_document_stands_in_nobody_s_way()
    {
        var (course, wait, last) = Left();
        Take(course, new Act.DocumentCorrected("List", "a typing error"));
        Take(course, InTime(wait, last));
    }

    [Fact]
    public void What_was_late_stays_late()
    {
        var (course, wait, last) = Left();
        Assert.Contains("was late", Refused(course, InTime(wait, last.AddDays(1))), StringComparison.Ordinal);
        Assert.Contains("Give the day", Refused(course, InTime(wait, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_the_step_would_not_take_changes_nothing()
    {
        var (course, wait, last) = Left();
        var before = Json.Write(course.Procedure);
        Refused(course, new Act.TakenInTime(
            new Stimulus.TaskCompleted(wait.Id, "Nonsense", Value.Map.Empty) { DecidedOn = last }, "r"));
        Refused(course, InTime(wait with { Id = 9999 }, last));
        Assert.Equal(before, Json.Write(course.Procedure));
    }

    [Fact]
    public void It_is_recorded_once()
    {
        var (course, wait, last) = Left();
        Take(course, InTime(wait, last));
        Refused(course, InTime(wait, last));
        Assert.DoesNotContain(course.Procedure.Passed, p => p.Wait == wait.Id);
    }

    [Fact]
    public void A_right_that_lapsed_by_mistake_is_given_back()
    {
        var course = OfCommissioner().Until("P6.02");
        var wait = course.Wait("P6.02");
        var last = wait.Timetable!.LastDay!.Value;
        course.World.AdvanceTo(Procedures.Deadlines.ParisTime.At(last.AddDays(3), new(10, 0)));
        Assert.False(course.IsOpen("P6.02"));
        var five = Persons(Person("Anna Alder"), Person("Boris Birch", "M"), Person("Clara Cedar"),
            Person("Dora Dogwood"));
        Take(course, new Act.TakenInTime(new Stimulus.TaskCompleted(wait.Id, wait.Assignment!.Outcomes[0].Name,
            Value.MapOf((five.Item1, five.Item2))) { DecidedOn = last }, "The list lay with the Deputy"));
        Assert.Equal(last,
            ((Procedures.Deadlines.AnchorValue.Day)course.Procedure.Anchors.Find("P6.02.completed")!).Date);
    }

    /// <summary>A course three days after the hearing's last day, at which nobody has recorded anything.</summary>
    private static (Course Course, Wait Wait, DateOnly Last) Left(Course? course = null)
    {
        course ??= OfJudge().Until(Hearing);
        var wait = course.Wait(Hearing);
        var last = wait.Timetable!.LastDay!.Value;
        course.World.AdvanceTo(Procedures.Deadlines.ParisTime.At(last.AddDays(3), new(10, 0)));
        return (course, wait, last);
    }

    private static Act.TakenInTime InTime(Wait wait, DateOnly? day) => new(
        new Stimulus.TaskCompleted(wait.Id, "Heard", Form(wait)) { DecidedOn = day }, "The minutes came late");

    private static Value.Map Form(Wait wait) => Value.MapOf([.. wait.Assignment!.Form.Items.OfType<Value.Map>()
        .Where(f => Plain.Truth(f["required"]))
        .Select(f => (Plain.Text(f["name"]),
            (Value)(Plain.Text(f["type"]) == "checkbox" ? Value.True : Value.Of("2019-08-01"))))]);

    private static string[] Dates(Course course) =>
        [.. course.Procedure.Anchors.Values.Values.Select(a => $"{a.Name}={a.Value?.Notation}")
            .Order(StringComparer.Ordinal)];

    private static Step Take(Course course, Act act)
    {
        var step = course.World.Send(Id, new Stimulus.Intervened(act) { Actor = "Ms Kask" });
        Assert.True(step.Refusal is null && !step.IsIdle, step.Refusal?.English);
        Assert.Empty(course.Procedure.Incidents);
        Assert.Equal(Json.Write(step.After),
            Json.Write(new ProcedureJson(_ => step.After.Definition).Read(Json.Write(step.After))));
        return step;
    }

    private static string Refused(Course course, Act act)
    {
        var step = course.World.Send(Id, new Stimulus.Intervened(act) { Actor = "Ms Kask" });
        Assert.True(step.IsIdle);
        Assert.NotEmpty(step.Refusal!.French);
        return step.Refusal.English;
    }
}
