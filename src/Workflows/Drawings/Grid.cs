namespace Procedures.Drawings;

/// <summary>The measures of a drawing, in the pixels of Studio's canvas.</summary>
/// <remarks>
/// Studio's router bends arrows on a grid of <see cref="Step"/>: a corner that stands elsewhere is moved, and two
/// arrows that the file keeps apart may then lie upon one another. So every lane and every track is a multiple of it.
/// </remarks>
public static class Grid
{
    /// <summary>Lanes and tracks are multiples of this, so that they lie at least so far apart.</summary>
    public const int Step = 20;

    /// <summary>From the left edge of one column to that of the next.</summary>
    public const int Across = 600;

    /// <summary>From the upper edge of one row to that of the next.</summary>
    public const int Down = 160;

    /// <summary>How high each activity is drawn.</summary>
    public const int BoxHeight = 64;

    /// <summary>How wide an activity is drawn at least; its title may make it wider.</summary>
    public const int NarrowestBox = 360;

    /// <summary>How near an arrow may come to an activity that it has nothing to do with.</summary>
    public const int Clearance = 20;

    /// <summary>How far an arrow runs straight before its first bend and after its last one.</summary>
    public const int Stub = 40;

    /// <summary>How many lanes fit between two columns.</summary>
    public const int Lanes = 9;

    private const int Origin = 60;

    /// <summary>The left edge of a column.</summary>
    public static int X(int column) => Origin + Across * column;

    /// <summary>The upper edge of a row.</summary>
    public static int Y(int row) => Origin + Down * row;

    /// <summary>The column whose left edge is nearest.</summary>
    public static int ColumnOf(double x) => (int)Math.Round((x - Origin) / Across, MidpointRounding.AwayFromZero);

    /// <summary>The row whose upper edge is nearest.</summary>
    public static int RowOf(double y) => (int)Math.Round((y - Origin) / Down, MidpointRounding.AwayFromZero);

    /// <summary>Where a lane runs; lane 0 is next to the activities on the right.</summary>
    /// <param name="channel">The column on the left of the lane; -1 for what runs left of the first column.</param>
    public static int LaneX(int channel, int lane) => X(channel + 1) - Stub - Step * lane;
}
