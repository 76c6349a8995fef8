using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What was done in time and is recorded when the procedure has left the step because nobody had said so.</summary>
/// <remarks>
/// What the end of the deadline brought about is taken back. What a person has done is never undone by another one's
/// record: what was done beside it stays (<see cref="OtherCourses"/>), and what came out of it stands in the way.
/// </remarks>
internal static class LateRecords
{
    /// <summary>The expired step has been left: what was before is kept until something stands in the way.</summary>
    public static PassedDeadline Of(Procedure before, Wait wait, DateOnly lastDay, DateTimeOffset now) =>
        new(wait.Id, lastDay, now)
        {
            Title = wait.Assignment!.OpenTitle(), Before = EarlierState.Of(before),
            IsCutOff = wait.Timetable?.CutOffAt is not null,
        };

    /// <summary>Goes back to where the step was asked and on from there with what was really done.</summary>
    public static void Record(Burst burst, Act.TakenInTime act)
    {
        var answer = act.Answer with { Actor = burst.Actor };
        var passed = burst.Before.Passed.FirstOrDefault(p => p.Wait == answer.Wait) ?? throw new AnswerRefused(new Bilingual(
            "No step with that number was left because its last day had passed.",
            "Aucune étape portant ce numéro n'a été close par l'expiration de son délai."));
        if (passed is not { Before: { } earlier, Asked: { } asked }) throw new AnswerRefused(passed.Barrier);
        var last = DateText.Long(passed.LastDay);
        if (answer.DecidedOn is not { } day)
            throw new AnswerRefused(new Bilingual("Give the day on which it was done.", "Indiquez le jour où cela a été fait."));
        if (day > passed.LastDay)
            throw new AnswerRefused(new Bilingual(
                $"The last day was {last.English}: what was done later was late, and what followed stands.",
                $"Le dernier jour était le {last.French} : un acte postérieur était tardif, et ce qui a suivi demeure."));
        var done = DateText.Long(day);
        var late = passed.IsCutOff
            ? new Bilingual("recorded when the time for it was up", "enregistré quand il n'était plus temps")
            : ($"recorded after the last day ({last.English})", $"enregistré après le dernier jour ({last.French})");
        Interventions.Note(burst, JournalEvent.Noted, act, (
            $"{passed.Title.English}: done in time on {done.English}, {late.English}. "
                + "What has followed from the end of the deadline is taken back",
            $"{passed.Title.French} : accompli à temps le {done.French}, {late.French}. "
                + "Ce qui a suivi l'expiration du délai est retiré"),
            Value.MapOf(("wait", Value.Of(answer.Wait)), ("decidedOn", Value.Of($"{day:yyyy-MM-dd}")),
                ("outcome", Value.Of(answer.Outcome)), ("answer", asked.Assignment!.IsConfidential ? Value.Undefined : answer.Answer)));
        burst.GoBack(earlier, passed);
        burst.Answering = answer;
        burst.Resume(asked, answer.Answer);
        // A wait that has been asked anew may count from what has just been done.
        burst.Waits.RecomputeDeadlines();
    }
}
