using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Rehearsal;

/// <summary>Lets a past procedure happen again, day by day, and compares what comes out with what is known.</summary>
/// <param name="published">Finds the definitions of child procedures.</param>
public sealed class Replay(Engine engine, Func<string, Definition?> published)
{
    /// <summary>Carries the scenario through and compares.</summary>
    /// <returns>Every difference; none when all facts came out as they are written down.</returns>
    /// <exception cref="ScenarioSyntaxException">A fact or a date of reference cannot be read.</exception>
    public ImmutableArray<Difference> Run(Scenario scenario, Definition definition) =>
        Play(scenario, definition).Differences;

    /// <summary>Carries the scenario through.</summary>
    /// <returns>Everything that happened, and every difference from what is written down.</returns>
    /// <exception cref="ScenarioSyntaxException">A fact or a date of reference cannot be read.</exception>
    public (RehearsedYear Year, ImmutableArray<Difference> Differences) Play(Scenario scenario, Definition definition)
    {
        var differences = new List<Difference>();
        var rehearsal = new Rehearsal(engine, published);
        var start = scenario.Start ?? rehearsal.StartInTime(definition, scenario.Inputs, FirstDay(scenario));
        var answers = ScenarioAnswers.Of(scenario);
        var acts = Acts(scenario, start, differences);
        var script = new AnswerScript { Answers = answers, Pace = scenario.Pace };
        var year = rehearsal.Run(definition, scenario.Inputs, script, start, acts, scenario.Until);
        differences.AddRange(ScenarioAnswers.NotAsWritten(answers, year));
        differences.AddRange(Expectations.Check(year, scenario.Expected));
        differences.AddRange(Incidents(year, scenario));
        return (year, [.. differences]);
    }

    private static DateOnly FirstDay(Scenario scenario) =>
        scenario.Events.Min(e => e.Date)
            ?? throw new ScenarioSyntaxException((
                $"{scenario.Id} has no start and no dated event.",
                $"{scenario.Id} n'a ni début ni événement daté."));

    private IEnumerable<DatedAct> Acts(Scenario scenario, DateOnly start, List<Difference> differences)
    {
        var acts = scenario.Anchors.Select(DatedAct (a) => Move(start, a.Key, a.Value, scenario.Title)).ToList();
        foreach (var written in scenario.Events.Where(e => e.Date is not null))
        {
            var day = written.Date!.Value;
            if (written.Anchor is { } anchor) acts.Add(Move(day, anchor, written.AnchorText, written.Reason));
            if (written.Publish is { } name) acts.Add(new DatedAct.PublishEvent(day, name, written.Form));
            if (written.Discontinue is { } reason) acts.Add(new DatedAct.Discontinue(day, reason));
            if (written.Expected is { } expected)
                acts.Add(new DatedAct.Look(day, year => differences.AddRange(
                    Expectations.Check(year, expected)
                        .Select(d => d with { On = day }))));
        }
        return acts;
    }

    private DatedAct.MoveAnchor Move(DateOnly day, string name, string text, string reason) =>
        new(day, name, AnchorValue.Read(text, engine.Institution.Calendar)
            ?? throw new ScenarioSyntaxException((
                $"{name} is a day or a part-session such as part(2019,3), not “{text}”.",
                $"{name} est un jour ou une partie de session telle que part(2019,3), et non « {text} ».")), reason);

    private static IEnumerable<Difference> Incidents(RehearsedYear year, Scenario scenario) =>
        scenario.Expected.Has("incidents") ? []
        : year.All.SelectMany(p => p.Incidents)
            .Select(i => new Difference("incidents", Difference.None, (
                $"{i.ActivityId}: {i.Text.English}", $"{i.ActivityId} : {i.Text.French}")));
}
