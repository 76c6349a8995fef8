namespace Procedures.Deadlines.Notation;

/// <summary>One word or sign of a rule, with the column (from 1) where it begins.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    /// <summary>Keywords are read in any case.</summary>
    public bool Is(string keyword) =>
        Kind == TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
