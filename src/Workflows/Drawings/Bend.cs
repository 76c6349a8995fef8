namespace Procedures.Drawings;

/// <summary>How an arrow runs from the lane behind its source to the lane before its target.</summary>
/// <param name="Level">The height of the track between the two lanes; only for <see cref="Shape.Twice"/>.</param>
internal readonly record struct Bend(Shape Shape, int Level)
{
    public static Bend Early { get; } = new(Shape.Early, 0);
    public static Bend Late { get; } = new(Shape.Late, 0);
    public static Bend Twice(int level) => new(Shape.Twice, level);
}
