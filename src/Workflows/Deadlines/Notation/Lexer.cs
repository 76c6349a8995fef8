using System.Text.RegularExpressions;

namespace Procedures.Deadlines.Notation;

/// <summary>
/// Cuts a rule into words and signs. The typographic minus, en dash, ellipsis and comparison signs count as their
/// ASCII spellings, because rules are pasted from legal texts.
/// </summary>
internal static partial class Lexer
{
    public static List<Token> Read(string text, int firstColumn)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var token = Next(text, at, firstColumn + at, out var length);
            tokens.Add(token);
            at += length;
        }
        tokens.Add(new Token(TokenKind.End, "", firstColumn + text.Length));
        return tokens;
    }

    private static Token Next(string text, int at, int column, out int length)
    {
        foreach (var (pattern, kind) in Patterns)
        {
            var match = pattern.Match(text, at);
            if (!match.Success) continue;
            length = match.Length;
            return new Token(kind, match.Value, column);
        }
        var sign = Sign(text, at, column);
        length = sign.Text.Length;
        return sign;
    }

    private static Token Sign(string text, int at, int column)
    {
        var one = text[at].ToString();
        return text[at] switch
        {
            '+' => new Token(TokenKind.Plus, one, column),
            '-' or '\u2212' or '\u2013' => new Token(TokenKind.Minus, one, column),
            '(' => new Token(TokenKind.Open, one, column),
            ')' => new Token(TokenKind.Close, one, column),
            ',' => new Token(TokenKind.Comma, one, column),
            '±' => throw new RuleSyntaxException(
                ("Write + or -, not ±.", "Écrivez + ou -, non ±."), column),
            '.' => throw new RuleSyntaxException(
                ("Write … or three dots between the two days of a window.",
                 "Écrivez … ou trois points entre les deux jours d'une période."), column),
            _ => throw new RuleSyntaxException(
                ($"\"{one}\" has no meaning in a rule.", $"« {one} » n'a pas de sens dans une règle."), column),
        };
    }

    private static readonly (Regex, TokenKind)[] Patterns =
    [
        (DatePattern(), TokenKind.Date), (MonthPattern(), TokenKind.Month), (NumberPattern(), TokenKind.Number),
        (WordPattern(), TokenKind.Word), (EllipsisPattern(), TokenKind.Ellipsis),
        (ComparisonPattern(), TokenKind.Comparison),
    ];

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"\G[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\G(\.\.\.|\u2026)", RegexOptions.CultureInvariant)]
    private static partial Regex EllipsisPattern();

    [GeneratedRegex(@"\G(<=|>=|<|>|\u2264|\u2265)", RegexOptions.CultureInvariant)]
    private static partial Regex ComparisonPattern();
}
