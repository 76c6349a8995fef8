using System.Collections.Concurrent;
using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Sweep;

/// <summary>A delivered procedure with everything that people do in it, from its opening to its end.</summary>
/// <param name="Opens">UTC.</param>
/// <param name="Acts">The answers in the order in which they are given.</param>
internal sealed record SweepCourse(
    string Name, Definition Definition, ImmutableArray<Definition> Published, Value.Map Inputs, DateTimeOffset Opens,
    ImmutableArray<RehearsedTask> Acts)
{
    private readonly ConcurrentDictionary<string, Definition> _read = new(StringComparer.Ordinal);
    private DefinitionReader Reader { get; init; } = null!;

    /// <summary>The course that a rehearsal takes from the opening of that scenario.</summary>
    public static SweepCourse Of(Delivered delivered, string definitionId, string scenarioId)
    {
        var scenario = delivered.Scenarios.First(s => s.Id == scenarioId && delivered.DefinitionOf(s).DefinitionId == definitionId);
        var definition = delivered.DefinitionOf(scenario);
        var rehearsal = new Rehearsal.Rehearsal(delivered.Engine, delivered.Find);
        var start = scenario.Start
            ?? rehearsal.StartInTime(definition, scenario.Inputs, scenario.Events.Min(e => e.Date) ?? new DateOnly(2020, 1, 6));
        var year = rehearsal.Run(definition, scenario.Inputs, AnswerScript.Empty, start);
        return new SweepCourse(
            definition.DefinitionId, definition, [.. delivered.Definitions], scenario.Inputs, year.StartedAt,
            [.. year.Tasks.Where(t => t.Outcome is not null).OrderBy(t => t.EndedOn)])
        {
            Reader = new DefinitionReader(delivered.Catalog),
        };
    }

    /// <summary>When an act is done, UTC: at ten in the morning of its day in Paris.</summary>
    public static DateTimeOffset MomentOf(RehearsedTask act) => ParisTime.At(act.EndedOn!.Value, new TimeOnly(10, 0));

    /// <summary>Reads a stored definition; each text once, because it is asked thousands of times.</summary>
    public Definition Read(string json) => _read.GetOrAdd(json, text => Reader.Read(text).Definition
        ?? throw new InvalidOperationException("A delivered definition cannot be read."));
}
