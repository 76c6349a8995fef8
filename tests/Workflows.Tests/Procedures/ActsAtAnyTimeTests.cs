using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Courses.Course;

namespace Procedures.Courses;

/// <summary>What may happen in the middle of a judge's election without a branch for it: journal, dates and letters.</summary>
public sealed class ActsAtAnyTimeTests
{
    [Fact]
    public void A_part_session_that_moves_by_a_week_moves_what_counts_from_it_and_is_announced_with_the_old_day()
    {
        var course = OfJudge(("ListDue", "2019-05-30")).Until("P1.13");
        var before = course.LastDay("P1.13")!.Value;
        var step = Take(course, new Act.PartMoved(Fourth(7, 11), "The hemicycle is closed"));

        // The search for E would now find the June part-session; the election stays with the one that has moved.
        Assert.Equal("part(2019,4)", course.Date("E"));
        Assert.Equal("2019-10-07", course.Date("EO"));
        Assert.Equal(before.AddDays(7), course.LastDay("P1.13"));
        var moved = step.Letters.Where(l => l.Kind == LetterKind.DeadlineMoved).ToArray();
        Assert.NotEmpty(moved);
        Assert.Contains(moved, l => l.ActivityId == "P1.13" && l.OldLastDay == before && l.LastDay == before.AddDays(7));
        Assert.All(moved, l => Assert.Equal("The hemicycle is closed", l.Reason.English));
        Assert.Equal(before, course.Wait("P1.13").Timetable!.WasLastDay);
        Says(step, "The hemicycle is closed");
        Assert.Equal("2019-05-30", course.Date("L"));
    }

    [Fact]
    public void A_moved_part_session_is_known_to_the_ballot_that_is_open_and_to_the_one_that_is_opened_later()
    {
        var later = OfJudge().Until("P1.18");
        Take(later, new Act.PartMoved(Fourth(7, 11), "moved"));
        later.Until("P7.01");
        Assert.Equal(Fourth(7, 11), later.Procedure.MovedParts.Single());

        var open = OfJudge().Until("P7.01");
        Take(open, new Act.PartMoved(Fourth(7, 11), "moved"));
        Assert.All(open.World.Procedures, p => Assert.Equal(Fourth(7, 11), p.MovedParts.Single()));
    }

    [Fact]
    public void A_part_session_fixed_anew_in_the_file_moves_the_ballot_that_is_open_and_what_it_computes_from_it()
    {
        var course = OfJudge().Until("P7.01");
        var opening = PartSession(2020, 1);
        course.World.Send(Id, new Stimulus.AnchorMoved("E", opening, "Not in October."));
        var ballot = course.World.Procedures.Single(p => p.Definition.DefinitionId == "assembly-ballot");
        Assert.Equal("part(2020,1)", ballot.Anchors.Find("E")!.Notation);
        Assert.Equal(course.Date("EO"), ballot.Anchors.Find("EO")!.Notation);
        Assert.Contains(course.World.Steps.Where(s => s.After.Id == ballot.Id).SelectMany(s => s.Journal),
            e => e.Event == Journal.JournalEvent.AnchorMoved && e.Sentence.English.Contains("Not in October.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_that_the_nested_part_does_not_know_leaves_it_alone()
    {
        var course = OfJudge().Until("P7.01");
        var ballot = course.World.Procedures.Single(p => p.Definition.DefinitionId == "assembly-ballot");
        course.World.Send(Id, new Stimulus.AnchorMoved("TE", new AnchorValue.Day(new(2020, 1, 6)), "Counted again."));
        Assert.Equal(ballot.Step, course.World.Find(ballot.Id).Step);
    }

    private static AnchorValue.Part PartSession(int year, int number) =>
        (AnchorValue.Part)AnchorValue.Read($"part({year},{number})", Course.Engine.Institution.Calendar)!;

    [Fact]
    public void A_procedure_that_is_opened_after_the_move_starts_with_the_new_days()
    {
        var own = new OwnDefinitions();
        var inputs = Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2020-02-03")));
        var step = own.Engine.Advance(Procedure.Draft("p", own.Judge),
            new Stimulus.Opened(inputs) { MovedParts = [Fourth(7, 11)] }, ParisTime.At(new(2018, 8, 1), new(9, 0)));
        Assert.Equal("2019-10-07", step.After.Anchors.Find("EO")!.Notation);
    }

    [Fact]
    public void A_postponed_consultation_gets_its_day_whatever_else_moves()
    {
        var course = OfJudge().Until("P1.05");
        var (wait, old) = (course.Wait("P1.05"), course.LastDay("P1.05"));
        var day = old!.Value.AddDays(20);
        var step = Take(course, new Act.Postponed(wait.Id, day, "The Panel asks for time"));
        Assert.Equal(day, course.LastDay("P1.05"));
        Assert.Equal(old, Assert.Single(step.Letters, l => l is { Kind: LetterKind.DeadlineMoved, To: "PANEL" }).OldLastDay);
        Says(step, "The Panel asks for time");
        Refused(course, new Act.Postponed(wait.Id, day, "again"));
        Refused(course, new Act.Postponed(wait.Id, course.Today.AddDays(-1), "past"));
        Refused(course, new Act.Postponed(9999, day, "nobody"));
    }

    [Fact]
    public void A_step_that_passes_to_another_body_is_withdrawn_from_the_one_and_asked_of_the_other()
    {
        var course = OfJudge().Until("P1.08");
        var wait = course.Wait("P1.08");
        var there = Take(course, new Act.Reassigned(wait.Id, "JUR", "The committee is not constituted"));
        Assert.Equal(["CDH", "JUR"], there.Letters.Select(l => l.To).Order());
        Assert.Equal(LetterKind.Withdrawn, there.Letters.Single(l => l.To == "CDH").Kind);
        Assert.Equal(LetterKind.Task, there.Letters.Single(l => l.To == "JUR").Kind);
        Assert.Equal("JUR", course.Wait("P1.08").Assignment!.Body);
        Refused(course, new Act.Reassigned(wait.Id, "JUR", "again"));
        Refused(course, new Act.Reassigned(wait.Id, "NOBODY", "unknown"));

        // Back again is another occasion: nobody misses a letter because an older one looks the same.
        var back = Take(course, new Act.Reassigned(wait.Id, "CDH", "It is now"));
        Assert.Empty(there.Letters.Select(l => (l.Occasion, l.To)).Intersect(back.Letters.Select(l => (l.Occasion, l.To))));
        Assert.True(back.Letters.Min(l => l.CalendarSequence) > there.Letters.Max(l => l.CalendarSequence));
        course.Do("P1.08");
    }

    [Fact]
    public void A_body_that_was_invited_to_a_meeting_and_then_holds_it_is_written_to_once()
    {
        var course = OfJudge(("ListDue", "2019-05-30")).Until("P1.13");
        Take(course, new Act.Reassigned(course.Wait("P1.13").Id, "PANEL", "The Committee cannot meet"));

        var step = Take(course, new Act.PartMoved(Fourth(7, 11), "moved"));

        Assert.Equal(["CAND", "PANEL"], step.Letters.Where(l => l.ActivityId == "P1.13").Select(l => l.To).Order());
    }

    [Fact]
    public void A_body_that_exists_once_per_state_takes_a_step_over_for_the_state_of_the_procedure()
    {
        var course = OfJudge().Until("P1.08");
        Take(course, new Act.Reassigned(course.Wait("P1.08").Id, "GOV", "test"));
        Assert.Equal("GOV(EE)", course.Wait("P1.08").Assignment!.Body);
    }

    [Fact]
    public void A_day_that_was_recorded_wrongly_is_corrected_and_open_deadlines_follow()
    {
        var course = OfJudge().Until("P1.08");
        var (recorded, old) = (course.Procedure.Anchors.Find("P1.07.completed")!, course.LastDay("P1.08"));
        var real = ((AnchorValue.Day)recorded).Date.AddDays(-5);
        var step = Take(course, new Act.DayCorrected("P1.07.completed", real, "The stamp says so"));
        Assert.True(course.LastDay("P1.08") < old);
        Assert.Contains(step.Letters, l => l.Kind == LetterKind.DeadlineMoved && l.OldLastDay == old);
        Refused(course, new Act.DayCorrected("P1.07.completed", real, "same"));
        Refused(course, new Act.DayCorrected("P9.99.completed", real, "unknown"));
        Refused(course, new Act.DayCorrected("P1.07.completed", course.Today.AddDays(1), "future"));
    }

    [Fact]
    public void A_corrected_document_is_told_to_those_who_are_asked_and_to_whom_is_named()
    {
        var course = OfJudge().Until("P1.08");
        var step = Take(course, new Act.DocumentCorrected("List of candidates", "A date of birth") { AlsoTo = ["PANEL"] });
        Assert.Equal(["CDH", "PANEL"], step.Letters.Select(l => l.To).Order());
        Assert.All(step.Letters, l => Assert.Equal("Corrigé : List of candidates", l.Subject.French));
    }

    [Fact]
    public void An_interrupted_procedure_reminds_nobody_until_it_is_resumed_and_each_time_is_told()
    {
        var course = OfJudge().Until("P1.07");
        var interrupted = Take(course, new Act.Interrupted("The state asks for a pause"));
        Assert.Equal(ProcedureStatus.Interrupted, course.Procedure.Status);
        Assert.Contains(interrupted.Letters, l => l is { Kind: LetterKind.Interrupted, To: "GOV(EE)" });
        Refused(course, new Act.Interrupted("twice"));
        var letters = course.Letters.Count();
        course.World.AdvanceTo(course.World.Now.AddDays(60));
        Assert.DoesNotContain(course.Letters.Skip(letters), l => l.To == "GOV(EE)");

        var resumed = Take(course, new Act.Resumed("The pause is over"));
        Assert.Equal(ProcedureStatus.Suspended, course.Procedure.Status);
        Assert.Contains(resumed.Letters, l => l is { Kind: LetterKind.Resumed, To: "GOV(EE)" });
        Refused(course, new Act.Resumed("twice"));
        Take(course, new Act.Interrupted("A second pause"));
        Assert.Equal(2, course.Letters.Where(l => l is { Kind: LetterKind.Interrupted, To: "GOV(EE)" }).Select(l => l.Occasion).Distinct().Count());
    }

    [Fact]
    public void A_restart_is_a_second_round_of_the_same_file_which_keeps_its_history_and_can_end()
    {
        var course = OfJudge().Until("P7.01");
        var (entries, inputs) = (course.Journal.Count(), Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2021-01-03"))));
        var step = Take(course, new Act.Restarted(inputs, "The vote was void"));

        Assert.Equal(2, course.Procedure.Round);
        Assert.True(course.Journal.Count() > entries);
        Says(step, "Round 2 begins");
        Assert.Equal(["P1.01"], course.Procedure.Waits.Where(w => w.Assignment is { IsOptional: false }).Select(w => w.Assignment!.Step));
        Assert.Equal("2021-01-03", course.Date("TE"));
        Assert.Null(course.Procedure.Anchors.Find("P1.07.completed"));
        Assert.Equal(ProcedureStatus.Cancelled, course.World.Procedures.ElementAt(1).Status);
        course.ToTheEnd();
        Assert.Equal(ProcedureStatus.Finished, course.Procedure.Status);
    }

    [Fact]
    public void Nothing_happens_any_more_to_a_procedure_that_is_over()
    {
        var course = OfJudge().ToTheEnd();
        Refused(course, new Act.Interrupted("late"));
    }

    [Fact]
    public void Acts_are_kept_and_read_back_the_same()
    {
        Act[] acts =
        [
            new Act.PartMoved(Fourth(7, 11), "r"), new Act.Postponed(3, new(2020, 1, 1), "r"), new Act.DayCorrected("a", new(2020, 1, 1), "r"),
            new Act.DocumentCorrected("d", "r"), new Act.Reassigned(1, "JUR", "r"), new Act.Interrupted("r"), new Act.Resumed("r"),
            new Act.Restarted(Value.MapOf(("State", Value.Of("EE"))), "r"),
        ];
        foreach (var act in acts)
        {
            var written = Json.Write(new Dispatch.Deliver("p", new Stimulus.Intervened(act) { Actor = "Ms Kask" }));
            Assert.Equal(written, Json.Write(Json.ReadDispatch(written)));
            Assert.Contains(((Stimulus.Intervened)((Dispatch.Deliver)Json.ReadDispatch(written)).Stimulus).Act.GetType().Name,
                act.GetType().Name, StringComparison.Ordinal);
        }
    }

    private static PartSession Fourth(int opens, int closes) =>
        new(2019, 4, new(2019, 10, opens), new(2019, 10, closes), PartStatus.Held);

    private static Step Take(Course course, Act act)
    {
        var step = course.World.Send(Id, new Stimulus.Intervened(act) { Actor = "Ms Kask" });
        Assert.True(step.Refusal is null && !step.IsIdle, step.Refusal?.English);
        Assert.Empty(course.Procedure.Incidents);
        Assert.All(step.Journal, e => Assert.Equal("Ms Kask", e.Actor));
        Assert.Equal(Json.Write(step.After), Json.Write(new ProcedureJson(_ => step.After.Definition).Read(Json.Write(step.After))));
        return step;
    }

    private static void Refused(Course course, Act act)
    {
        var step = course.World.Send(Id, new Stimulus.Intervened(act) { Actor = "Ms Kask" });
        Assert.True(step.IsIdle);
        Assert.NotEmpty(step.Refusal!.French);
    }

    private static void Says(Step step, string words) =>
        Assert.Contains(step.Journal, e => e.Sentence.English.Contains(words, StringComparison.Ordinal));
}
