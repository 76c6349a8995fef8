using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>A whole election is carried through in memory, and the script decides where it turns.</summary>
public sealed class RehearsalTests
{
    private static readonly OwnDefinitions Own = new();

    private static AnswerScript Script(params ScriptedAnswer[] answers) => new() { Answers = [.. answers] };

    [Fact]
    public void By_default_the_election_reaches_the_elected_judge_in_time()
    {
        var year = Own.JudgeElection(AnswerScript.Empty);
        Assert.Equal(ProcedureStatus.Finished, year.Procedure.Status);
        Assert.Empty(year.Procedure.Incidents);
        Assert.Equal("Anna Alder", ElectedCandidate.Of(year));
        Assert.Equal(new AnchorValue.Day(new DateOnly(2020, 1, 4)), year.Procedure.Anchors.Find("TS"));
        Assert.DoesNotContain(year.Tasks, t => t is { Outcome: not null } && t.LastDay < t.EndedOn);
    }

    [Fact]
    public void The_same_script_gives_the_same_year()
    {
        var (one, two) = (Own.JudgeElection(AnswerScript.Empty), Own.JudgeElection(AnswerScript.Empty));
        Assert.Equal(one.Journal.Select(e => e.Hash), two.Journal.Select(e => e.Hash));
    }

    [Fact]
    public void A_rejected_list_leads_to_a_new_one()
    {
        var year = Own.JudgeElection(Script(
            new ScriptedAnswer("P1.14", 1) { Outcome = "Reject", Form = Value.MapOf(("ground", Value.Of("ii"))) }));
        Assert.Equal("Carried", year.Find("P1.14b", 1)!.Port);
        Assert.Equal(2, year.Find("P1.03")!.Time);
        Assert.Equal(ProcedureStatus.Finished, year.Procedure.Status);
    }

    [Fact]
    public void Silence_brings_reminders_and_an_escalation_and_ends_the_rehearsal_in_bounded_time()
    {
        var year = Own.JudgeElection(Script(new ScriptedAnswer("P1.07") { IsSilent = true }));
        var task = year.Find("P1.07")!;
        Assert.Null(task.EndedOn);
        Assert.True(task.HasExpired);
        Assert.Contains(task.Letters, l => l.Kind == LetterKind.Escalation && l.To == "PRES");
        Assert.Contains(task.Reminders, l => l.Kind == LetterKind.Overdue);
        Assert.True(year.WasCutOff);
    }

    [Fact]
    public void A_late_answer_comes_so_many_days_after_the_last_one()
    {
        var task = Own.JudgeElection(Script(new ScriptedAnswer("P1.07") { DaysLate = 10 })).Find("P1.07")!;
        Assert.Equal(task.LastDay!.Value.AddDays(10), task.EndedOn);
        Assert.Equal("Submitted", task.Outcome);
    }

    [Fact]
    public void An_answer_falls_on_the_day_that_is_written_down()
    {
        var day = new DateOnly(2019, 9, 18);
        var year = Own.JudgeElection(Script(new ScriptedAnswer("P1.13") { On = day }));
        Assert.Equal(day, year.Find("P1.13")!.EndedOn);
    }

    [Fact]
    public void Early_answers_come_earlier_than_those_of_the_last_day()
    {
        var late = Own.JudgeElection(AnswerScript.Empty).Find("P1.08")!;
        var early = Own.JudgeElection(AnswerScript.Empty with { Pace = Pace.Early }).Find("P1.08")!;
        Assert.True(early.EndedOn < late.EndedOn, $"{early.EndedOn} is not before {late.EndedOn}.");
    }

    [Fact]
    public void What_may_be_reported_at_any_time_happens_only_when_it_is_written_down()
    {
        Assert.Null(Own.JudgeElection(AnswerScript.Empty).Find("P1.11w")!.Outcome);
        var year = Own.JudgeElection(Script(new ScriptedAnswer("P1.11w") { On = new DateOnly(2019, 7, 1) }),
            new DateOnly(2019, 7, 10));
        Assert.Equal(ProcedureStatus.Interrupted, year.Procedure.Status);
        Assert.Contains(year.Letters, l => l.Kind == LetterKind.Interrupted);
    }

    [Fact]
    public void The_first_step_can_be_done_in_time()
    {
        var year = Own.JudgeElection(AnswerScript.Empty);
        var first = year.Tasks.Where(t => !t.Wait.Assignment!.IsOptional).MinBy(t => t.LastDay)!;
        Assert.True(ParisTime.DayOf(year.StartedAt) < first.LastDay);
        Assert.InRange(first.LastDay!.Value.DayNumber - ParisTime.DayOf(year.StartedAt).DayNumber, 14, 20);
    }

    [Fact]
    public void A_refused_answer_stands_in_the_year_with_its_reason()
    {
        var year = Own.JudgeElection(Script(new ScriptedAnswer("P1.01") { Outcome = "Nonsense" }));
        Assert.Contains("Nonsense", year.Find("P1.01")!.Refusal!.English, StringComparison.Ordinal);
    }
}
