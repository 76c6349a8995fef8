namespace Procedures.Drawings;

/// <summary>A straight piece of an arrow, from left to right or from top to bottom.</summary>
internal readonly record struct Piece(int X1, int Y1, int X2, int Y2)
{
    // Nearer than this two parallel lines look like one.
    private const int Near = 6;
    // A gap between two pieces of one line that the eye does not see.
    private const int Gap = 12;

    public bool IsLevel => Y1 == Y2;
    public int Length => X2 - X1 + (Y2 - Y1);

    public static Piece Between(Corner a, Corner b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public bool LiesUpon(Piece other) => IsLevel == other.IsLevel && (IsLevel
        ? Math.Abs(Y1 - other.Y1) < Near && X1 < other.X2 + Gap && other.X1 < X2 + Gap
        : Math.Abs(X1 - other.X1) < Near && Y1 < other.Y2 + Gap && other.Y1 < Y2 + Gap);

    /// <summary>Whether both run side by side, too near for comfort.</summary>
    public bool Crowds(Piece other) =>
        IsLevel && other.IsLevel && Math.Abs(Y1 - other.Y1) < 10 && X1 < other.X2 && other.X1 < X2;

    public bool Crosses(Piece other, out Corner at)
    {
        var (level, upright) = IsLevel ? (this, other) : (other, this);
        at = new Corner(upright.X1, level.Y1);
        return IsLevel != other.IsLevel && level.X1 < at.X && at.X < level.X2 && upright.Y1 < at.Y && at.Y < upright.Y2;
    }

    /// <summary>Whether one ends upon the other or bends there.</summary>
    public bool Touches(Piece other)
    {
        var (level, upright) = IsLevel ? (this, other) : (other, this);
        return IsLevel != other.IsLevel && level.X1 <= upright.X1 && upright.X1 <= level.X2
            && upright.Y1 <= level.Y1 && level.Y1 <= upright.Y2;
    }
}
