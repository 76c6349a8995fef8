using System.Collections.Immutable;

namespace Procedures.Drawings;

/// <summary>What is to be drawn: the activities of a flowchart in columns and rows, arrows, stages.</summary>
public sealed record Sheet(ImmutableArray<Box> Boxes, ImmutableArray<Arrow> Arrows, ImmutableArray<Stage> Stages)
{
    /// <summary>The box of an activity.</summary>
    public Box Box(string id) => Boxes.First(b => b.Id == id);

    /// <summary>The stage in which a row lies, or -1.</summary>
    public int StageOf(int row) =>
        Enumerable.Range(0, Stages.Length).FirstOrDefault(
            i => Stages[i].Top <= Grid.Y(row) && Grid.Y(row) + Grid.BoxHeight <= Stages[i].Bottom, -1);
}
