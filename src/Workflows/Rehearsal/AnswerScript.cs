using System.Collections.Immutable;

namespace Procedures.Rehearsal;

/// <summary>How tasks are answered in a rehearsal. What is not written down follows the pace.</summary>
public sealed record AnswerScript
{
    public static readonly AnswerScript Empty = new();

    public ImmutableArray<ScriptedAnswer> Answers { get; init; } = [];
    public Pace Pace { get; init; } = Pace.LastDay;

    /// <summary>What is written for that time of the step, or else for the step; null when nothing is.</summary>
    /// <remarks>
    /// Without a number, an outcome and a day are meant for the first time: a list that is rejected once is followed by
    /// a new one, not by rejections for ever. Silence, lateness and forms without a number hold every time.
    /// </remarks>
    public ScriptedAnswer? Find(string step, int time)
    {
        ScriptedAnswer? found = null;
        foreach (var written in Answers.Where(a => a.Step == step && (a.Time is null || a.Time == time)))
        {
            var answer = written.Time is null && time > 1 ? written with { Outcome = null, On = null } : written;
            found = found is null ? answer
                : answer.Time is null && found.Time is not null ? found.Over(answer) : answer.Over(found);
        }
        return found;
    }

    public AnswerScript With(ScriptedAnswer answer) => this with { Answers = Answers.Add(answer) };
}
