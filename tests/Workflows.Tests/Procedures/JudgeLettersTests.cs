using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>Who is written to when a day moves, passes, falls away or is missed, and what nobody may read.</summary>
public class JudgeLettersTests
{
    [Fact]
    public void An_open_deadline_that_moves_past_today_and_back_again_is_open_again_and_escalates_once_each_time()
    {
        var course = OfJudge().Until("P1.07");
        course.GoTo(2019, 6, 2);
        Assert.True(course.Wait("P1.07").Timetable!.HasExpired);
        Move(course, "L", new(2019, 6, 20));
        Assert.False(course.Wait("P1.07").Timetable!.HasExpired);
        course.GoTo(2019, 6, 22);
        Assert.Equal(2, course.Letters.Count(l => l.Kind == LetterKind.Escalation && l.ActivityId == "P1.07"));
    }

    [Fact]
    public void A_deadline_that_moves_into_the_past_passes_at_once()
    {
        var course = OfJudge().Until("P1.07");
        Move(course, "L", course.Today.AddDays(-5));
        course.World.AdvanceTo(course.World.Now);
        Assert.True(course.Wait("P1.07").Timetable!.HasExpired);
        Assert.Single(course.Letters, l => l.Kind == LetterKind.Escalation && l.ActivityId == "P1.07");
    }

    [Fact]
    public void A_window_whose_opening_alone_moves_announces_no_new_deadline()
    {
        var course = OfJudge(("ListDue", "2019-05-30")).Until("P1.03");
        Move(course, "EO", new(2019, 10, 7));
        Assert.Equal(new DateOnly(2019, 2, 28), course.LastDay("P1.03"));
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.DeadlineMoved && l.ActivityId == "P1.03");
        Assert.Equal(1, course.Wait("P1.03").Timetable!.Sequence);
    }

    [Fact]
    public void After_downtime_the_deadline_passes_once_and_only_the_latest_reminder_goes_out()
    {
        var course = OfJudge().Until("P1.07");
        var before = course.LettersOn("P1.07").Count();
        course.World.Sleep(new DateTimeOffset(2019, 7, 30, 8, 0, 0, TimeSpan.Zero));
        course.World.AdvanceTo(course.World.Now);
        var after = course.LettersOn("P1.07").Skip(before).ToArray();
        Assert.Equal([LetterKind.Overdue, LetterKind.Escalation], after.Select(l => l.Kind).Order());
    }

    [Fact]
    public void Everybody_invited_to_the_interviews_hears_of_the_new_day_the_reminders_and_the_end()
    {
        var course = OfJudge().Until("P1.13");
        Assert.Equal(["CAND", "CDH", "PANEL"], To(course, "task").Concat(To(course, "meeting")).Order());
        Move(course, "EO", new(2019, 10, 2));
        Assert.Equal(["CAND", "CDH", "PANEL"], To(course, "moved-2"));
        course.GoTo(2019, 9, 15);
        Assert.Equal(["CAND", "CDH", "PANEL"], To(course, "meeting-14"));
        course.Do("P1.11w", "Withdrawn", ("name", Value.Of("Boris Birch")));
        Assert.Equal(["CAND", "CDH", "PANEL"], To(course, "withdrawn"));
        var cancelled = course.LettersOn("P1.13").Last();
        Assert.Equal((CalendarMark.Cancel, 3), (cancelled.Calendar, cancelled.CalendarSequence));
    }

    [Fact]
    public void An_overdue_task_that_falls_away_is_withdrawn_too()
    {
        var course = OfJudge().Until("P1.12a");
        course.GoTo(2019, 8, 5);
        Assert.Contains(course.LettersOn("P1.12a"), l => l.Kind == LetterKind.Overdue);
        course.Do("P1.11w", "Withdrawn", ("name", Value.Of("Boris Birch")));
        Assert.Single(course.LettersOn("P1.12a"), l => l.Kind == LetterKind.Withdrawn);
    }

    [Fact]
    public void A_task_that_was_answered_is_never_withdrawn()
    {
        var course = OfJudge().Until("P1.18");
        Assert.DoesNotContain(course.Letters, l => l.Kind == LetterKind.Withdrawn);
        Assert.DoesNotContain(course.Letters, l => l.Kind is LetterKind.Overdue or LetterKind.Escalation);
    }

    [Fact]
    public void A_task_that_is_asked_again_in_a_loop_is_another_wait_with_letters_of_its_own()
    {
        var course = OfJudge().Until("P1.07");
        course.Do("P1.07", null, Three);
        course.Do("P1.08", "Not three");
        Assert.Equal(2, course.LettersOn("P1.07").Where(l => l.Occasion == "task").Select(l => l.Wait).Distinct()
            .Count());
    }

    [Fact]
    public void No_letter_before_the_result_tells_a_name_and_none_of_a_confidential_step_its_content()
    {
        var course = OfJudge().Until("P1.14");
        course.Do("P1.14", "Recommend", ("recommended", Value.Of("Clara Cedar before Anna Alder")));
        course.Until("P1.18");
        Assert.All(course.Letters, l =>
        {
            var text = $"{l.StepTitle} {l.Subject} {l.Body} {l.Explanation} {string.Join(' ', l.Outcomes)}";
            foreach (var name in new[] { "Alder", "Birch", "Cedar" })
                Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        });
        var secret = course.Letters.Where(l => l.IsConfidential).ToArray();
        Assert.NotEmpty(secret);
        Assert.All(secret, l => Assert.True(l.Outcomes.IsEmpty && l.Body == Bilingual.Empty));
    }

    [Fact]
    public void The_result_is_told_in_both_languages_with_its_day_written_out()
    {
        var letter = JudgeElectionTests.Elected(new(2019, 10, 3)).LettersOn("P1.19l").First();
        Assert.Contains("3 October 2019 the Parliamentary Assembly elected Anna Alder", letter.Body.English);
        Assert.Contains("3 octobre 2019", letter.Body.French);
    }

    [Fact]
    public void The_same_state_and_stimulus_give_the_same_step_and_leave_the_state_as_it_was()
    {
        var course = OfJudge().Until("P1.12a");
        foreach (var step in course.World.Steps.Where(s => s.Stimulus is not null))
        {
            var json = Json.Write(step.Before);
            var again = Course.Engine.Advance(step.Before, step.Stimulus!, step.After.ChangedAt);
            Assert.Equal(step.After.JournalHead, again.After.JournalHead);
            Assert.Equal(Json.Write(step.After), Json.Write(again.After));
            Assert.Equal(json, Json.Write(step.Before));
        }
    }

    [Fact]
    public void The_state_does_not_grow_with_the_number_of_rounds()
    {
        var course = OfJudge().Until("P1.12a");
        Refused(course);
        var first = Json.Write(course.Procedure).Length;
        for (var round = 0; round < 20; round++) Refused(course);
        Assert.InRange(Json.Write(course.Procedure).Length, first - 200, first + 200);
    }

    private static void Refused(Course course)
    {
        course.Do("P1.10w", "Modification", ("request", Value.Of("Another name.")));
        course.Do("P1.10", "Refused");
    }

    private static IEnumerable<string> To(Course course, string occasion) =>
        course.LettersOn("P1.13").Where(l => l.Occasion == occasion).Select(l => l.To).Order();

    private static void Move(Course course, string anchor, DateOnly day) =>
        course.World.Send(Id, new Stimulus.AnchorMoved(anchor, new AnchorValue.Day(day), "Decided."));
}
