using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Years;

/// <summary>What happens in one year, drawn by a seed: answers in time, late, never, wrong; dates that move; an end.</summary>
internal static class DrawnYear
{
    private const int MostTimes = 4;

    public static (AnswerScript Script, ImmutableArray<DatedAct> Acts) Draw(Course course, int seed)
    {
        var chance = new Random(seed);
        var answers = from step in course.Steps
                      from time in Enumerable.Range(1, MostTimes)
                      select Answer(step.Key, step.Value, time, course.Start, chance);
        var script = new AnswerScript
        {
            Answers = [.. answers.OfType<ScriptedAnswer>()],
            Pace = chance.Next(3) == 0 ? Pace.Early : Pace.LastDay,
        };
        return (script, [.. Acts(course, chance)]);
    }

    private static ScriptedAnswer? Answer(string step, CourseStep known, int time, DateOnly start, Random chance)
    {
        var answer = new ScriptedAnswer(step, time) { Outcome = Outcome(known, chance), Form = Form(known, chance) };
        if (known.Candidates.Length > 0) answer = answer with { Votes = Votes(known, chance) };
        if (known.IsOptional)
            return chance.Next(12) == 0 ? answer with { On = start.AddDays(chance.Next(500)) } : null;
        return chance.Next(20) switch
        {
            < 10 => answer,
            < 14 => answer with { DaysLate = chance.Next(1, 40) },
            < 16 => answer with { DaysLate = -chance.Next(1, 20) },
            < 17 => answer with { IsSilent = true },
            _ => null,
        };
    }

    private static string? Outcome(CourseStep known, Random chance) => chance.Next(10) switch
    {
        < 4 => null,
        9 when chance.Next(4) == 0 => "There is no such outcome",
        _ => known.Outcomes.Length == 0 ? null : known.Outcomes[chance.Next(known.Outcomes.Length)],
    };

    private static Value.Map Form(CourseStep known, Random chance) =>
        known.Numbers.Where(_ => chance.Next(3) == 0).Aggregate(
            Value.Map.Empty, (form, name) => form.With(name, Value.Of(chance.Next(-1, 20))));

    // Few different numbers, so that ties are frequent.
    private static Value.Map Votes(CourseStep known, Random chance) =>
        known.Candidates.Aggregate(
            Value.Map.Empty, (votes, name) => votes.With(name, Value.Of(chance.Next(4) * 40)));

    private static IEnumerable<DatedAct> Acts(Course course, Random chance)
    {
        var anchors = course.Anchors.ToArray();
        for (var i = chance.Next(4); i > 0 && anchors.Length > 0; i--)
        {
            var day = course.Start.AddDays(chance.Next(400));
            yield return new DatedAct.MoveAnchor(day, anchors[chance.Next(anchors.Length)],
                new AnchorValue.Day(day.AddDays(chance.Next(-60, 400))), "drawn");
        }
        if (chance.Next(10) == 0)
            yield return new DatedAct.Discontinue(course.Start.AddDays(chance.Next(600)), "drawn");
    }
}
