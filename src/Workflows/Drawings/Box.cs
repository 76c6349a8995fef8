using System.Collections.Immutable;

namespace Procedures.Drawings;

/// <summary>An activity in a drawing.</summary>
/// <param name="Outcomes">From top to bottom, as Studio sets them along the right side.</param>
public sealed record Box(string Id, int Column, int Row, int Width, ImmutableArray<string> Outcomes)
{
    /// <summary>The left edge.</summary>
    public int X => Grid.X(Column);

    /// <summary>The upper edge.</summary>
    public int Y => Grid.Y(Row);

    /// <summary>The right edge, where arrows leave.</summary>
    public int Right => X + Width;

    /// <summary>The lower edge.</summary>
    public int Bottom => Y + Grid.BoxHeight;

    /// <summary>The height at which arrows enter.</summary>
    public int EntryY => Y + Grid.BoxHeight / 2;

    /// <summary>The height at which an outcome's arrows leave.</summary>
    /// <exception cref="ArgumentException">The activity has no such outcome.</exception>
    public int OutcomeY(string outcome)
    {
        var index = Outcomes.IndexOf(outcome);
        if (index < 0) throw new ArgumentException($"{Id} has no outcome “{outcome}”.", nameof(outcome));
        return OutcomeY(index);
    }

    internal int OutcomeY(int index) => Y + (int)Math.Round(
        Grid.BoxHeight * (2 * index + 1) / (2.0 * Outcomes.Length), MidpointRounding.AwayFromZero);
}
