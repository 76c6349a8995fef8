using System.Collections.Immutable;

namespace Procedures.Drawings;

public sealed class ArrangerTests
{
    [Fact]
    public void Neighbours_at_one_height_are_joined_by_a_straight_arrow()
    {
        var drawing = Arranger.Arrange(Of([At("a", 0, 1), At("b", 1, 1)], ["a>b"]));
        Assert.Empty(Assert.Single(drawing.Corners));
    }

    [Fact]
    public void An_arrow_goes_round_the_activity_that_stands_between()
    {
        var drawing = Arranger.Arrange(Of([At("a", 0, 1), At("b", 1, 1), At("c", 2, 1)], ["a>b", "b>c", "a>c"]));
        var way = drawing.Corners[2];
        Assert.Equal(4, way.Length);
        Assert.NotInRange(way[1].Y, Grid.Y(1) - Grid.Clearance + 1, Grid.Y(1) + Grid.BoxHeight + Grid.Clearance - 1);
    }

    [Fact]
    public void Corners_stand_on_the_grid_and_no_arrow_upon_another()
    {
        var drawing = Arranger.Arrange(Tangle);
        Assert.All(drawing.Corners.SelectMany(c => c), corner => Assert.Equal(0, corner.X % Grid.Step));
        Assert.All(drawing.Corners.Where(c => c.Length == 4), way => Assert.Equal(0, way[1].Y % Grid.Step));
        Assert.Equal(0, drawing.Coincidences);
    }

    [Fact]
    public void The_same_sheet_gives_the_same_drawing()
    {
        var (one, other) = (Arranger.Arrange(Tangle), Arranger.Arrange(Tangle));
        Assert.Equal(one.Corners.SelectMany(c => c), other.Corners.SelectMany(c => c));
    }

    [Fact]
    public void Moving_two_activities_unties_a_crossing()
    {
        // a leads to d and b to c, which stand the wrong way round.
        var sheet = Of([At("a", 0, 1), At("b", 0, 2), At("c", 1, 1), At("d", 1, 2)], ["a>d", "b>c"]);
        Assert.Equal(1, Arranger.Arrange(sheet).Crossings);
        var moved = Mover.Improve(sheet);
        Assert.Equal(0, Arranger.Arrange(moved).Crossings);
        Assert.Equal(4, moved.Boxes.Select(b => (b.Column, b.Row)).Distinct().Count());
    }

    [Fact]
    public void An_activity_stays_in_its_stage()
    {
        var sheet = Of([At("a", 0, 1), At("b", 0, 3), At("c", 1, 1), At("d", 1, 3)], ["a>d", "b>c"]) with
        {
            Stages = [new("One", Grid.Y(1) - 100, Grid.Y(1) + 100), new("Two", Grid.Y(3) - 100, Grid.Y(3) + 100)],
        };
        var moved = Mover.Improve(sheet);
        Assert.Equal(sheet.Boxes.Select(b => b.Row), moved.Boxes.Select(b => b.Row));
    }

    private static Sheet Tangle => Of(
        [
            .. from column in Enumerable.Range(0, 4)
               from row in Enumerable.Range(1, 3)
               select At($"{column}{row}", column, row),
        ],
        ["01>13", "02>11", "03>12", "11>23", "12>21", "13>22", "21>33", "22>31", "23>32", "31>02", "32>01", "33>13"]);

    private static Box At(string id, int column, int row) => new(id, column, row, Grid.NarrowestBox, ["Done"]);

    private static Sheet Of(ImmutableArray<Box> boxes, string[] arrows) =>
        new(boxes, [.. arrows.Select(a => a.Split('>')).Select(ends => new Arrow(ends[0], "Done", ends[1]))], []);
}
