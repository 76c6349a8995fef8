namespace Procedures.Drawings;

/// <summary>Which box stands in which column and row.</summary>
internal sealed class Occupation
{
    private readonly Box?[,] _boxes;
    private readonly int _firstRow;

    public Occupation(Box[] boxes, int columns)
    {
        _firstRow = boxes.Min(b => b.Row);
        _boxes = new Box?[columns, boxes.Max(b => b.Row) - _firstRow + 1];
        Fill(boxes);
    }

    public Box? this[int column, int row] =>
        column >= 0 && column < _boxes.GetLength(0) && row >= _firstRow && row - _firstRow < _boxes.GetLength(1)
            ? _boxes[column, row - _firstRow] : null;

    public void Fill(Box[] boxes)
    {
        Array.Clear(_boxes);
        foreach (var box in boxes) _boxes[box.Column, box.Row - _firstRow] = box;
    }

    /// <summary>How many boxes a piece enters, or comes too near to.</summary>
    /// <param name="own">The box that the piece touches because it starts or ends there.</param>
    public int Met(Piece piece, Box? own)
    {
        var met = 0;
        var (left, right) = (Grid.ColumnOf(piece.X1 - Grid.Across / 2), Grid.ColumnOf(piece.X2 + Grid.Across / 2));
        var (top, bottom) = (Grid.RowOf(piece.Y1 - Grid.Down / 2), Grid.RowOf(piece.Y2 + Grid.Down / 2));
        for (var column = Math.Max(left, 0); column <= right; column++)
            for (var row = top; row <= bottom; row++)
                if (this[column, row] is { } box && !ReferenceEquals(box, own) && Meets(piece, box)) met++;
        return met;
    }

    private static bool Meets(Piece piece, Box box) =>
        piece.X1 < box.Right + Grid.Clearance && piece.X2 > box.X - Grid.Clearance
        && piece.Y1 < box.Bottom + Grid.Clearance && piece.Y2 > box.Y - Grid.Clearance;
}
