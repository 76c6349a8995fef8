using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Reliability.Years;

/// <summary>What a step may be answered.</summary>
/// <param name="Candidates">Whom its form counts votes for; empty where there is no vote.</param>
/// <param name="Numbers">The names of its form's fields that take a number.</param>
internal sealed record CourseStep(
    ImmutableArray<string> Outcomes, ImmutableArray<string> Candidates, ImmutableArray<string> Numbers, bool IsOptional)
{
    public static CourseStep Of(Assignment assignment)
    {
        var fields = assignment.Form.Items.OfType<Value.Map>().ToArray();
        return new CourseStep(
            [.. assignment.Outcomes.Select(o => o.Name)],
            [.. fields.Where(f => f["type"].AsText == "votes").SelectMany(Options)],
            [.. fields.Where(f => f["type"].AsText == "number").Select(f => f["name"].AsText).OfType<string>()],
            assignment.IsOptional);
    }

    private static IEnumerable<string> Options(Value.Map field) => field["options"] is Value.List options
        ? options.Items.Select(o => o is Value.Map map ? map["value"].AsText : o.AsText).OfType<string>()
        : [];
}
