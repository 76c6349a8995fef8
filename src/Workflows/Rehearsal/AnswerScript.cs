using System.Collections.Immutable;

namespace Procedures.Rehearsal;

/// <summary>How tasks are answered in a rehearsal. What is not written down follows the pace.</summary>
public sealed record AnswerScript
{
    public static readonly AnswerScript Empty = new();

    public ImmutableArray<ScriptedAnswer> Answers { get; init; } = [];
    public Pace Pace { get; init; } = Pace.LastDay;

    /// <summary>What is written for that time of the step, or else for the step; null when nothing is.</summary>
    public ScriptedAnswer? Find(string step, int time)
    {
        ScriptedAnswer? found = null;
        foreach (var answer in Answers.Where(a => a.Step == step && (a.Time is null || a.Time == time)))
            found = found is null ? answer
                : answer.Time is null && found.Time is not null ? found.Over(answer) : answer.Over(found);
        return found;
    }

    public AnswerScript With(ScriptedAnswer answer) => this with { Answers = Answers.Add(answer) };
}
