using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Years;

/// <summary>A procedure that years are drawn for: how it is opened, and what its steps can be answered.</summary>
internal sealed class Course
{
    private const int MostExplorations = 200;
    private readonly Rehearsal.Rehearsal _rehearsal;

    private Course(Scenario scenario, Definition definition, Rehearsal.Rehearsal rehearsal)
    {
        (Name, Definition, Inputs, _rehearsal) = (scenario.Id, definition, scenario.Inputs, rehearsal);
        Start = scenario.Start
            ?? rehearsal.StartInTime(definition, Inputs, scenario.Events.Min(e => e.Date) ?? new DateOnly(2020, 1, 6));
    }

    public string Name { get; }
    public Definition Definition { get; }
    public Value.Map Inputs { get; }
    public DateOnly Start { get; }

    /// <summary>What is known of each step, by its code.</summary>
    public SortedDictionary<string, CourseStep> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>Dates of reference that are days and no step's.</summary>
    public SortedSet<string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds every step by answering each known one in each way, until nothing new turns up.</summary>
    public static Course Explore(Delivered delivered, Scenario scenario)
    {
        var rehearsal = new Rehearsal.Rehearsal(delivered.Engine, delivered.Find);
        var course = new Course(scenario, delivered.DefinitionOf(scenario), rehearsal);
        var scripts = new Queue<AnswerScript>([AnswerScript.Empty]);
        for (var tried = 0; tried < MostExplorations && scripts.TryDequeue(out var script); tried++)
            foreach (var (step, outcome) in course.Learn(course.Run(script, [])))
                scripts.Enqueue(script.With(new ScriptedAnswer(step) { Outcome = outcome }));
        return course;
    }

    public RehearsedYear Run(AnswerScript script, IEnumerable<DatedAct> acts) =>
        _rehearsal.Run(Definition, Inputs, script, Start, acts);

    private List<(string Step, string Outcome)> Learn(RehearsedYear year)
    {
        var news = new List<(string Step, string Outcome)>();
        foreach (var (name, anchor) in year.Procedure.Anchors.Values)
            if (!name.Contains('.', StringComparison.Ordinal) && anchor.Value is AnchorValue.Day)
                Anchors.Add(name);
        foreach (var assignment in year.Tasks.Select(t => t.Wait.Assignment!).Where(a => !Steps.ContainsKey(a.Step)))
        {
            Steps[assignment.Step] = CourseStep.Of(assignment);
            news.AddRange(assignment.Outcomes.Select(o => (assignment.Step, o.Name)));
        }
        return news;
    }
}
