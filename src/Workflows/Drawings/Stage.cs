namespace Procedures.Drawings;

/// <summary>A stripe across a drawing, with a title at its left upper corner.</summary>
public sealed record Stage(string Title, int Top, int Bottom)
{
    private const int LetterWidth = 13;
    private const int TitleTop = 10;
    private const int TitleBottom = 32;

    /// <summary>Whether a straight line runs through the title.</summary>
    internal bool IsStruckBy(Piece piece) =>
        piece.X1 < Grid.X(0) + LetterWidth * Title.Length && piece.X2 > Grid.X(0) - Grid.Step
        && piece.Y1 < Top + TitleBottom && piece.Y2 > Top + TitleTop;
}
