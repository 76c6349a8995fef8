using System.Globalization;

namespace Procedures.Expressions.Syntax;

/// <summary>Cuts a source into tokens. What cannot be read becomes the last token, so that the parser may say first
/// that the text is a statement.</summary>
internal sealed partial class Lexer(string source)
{
    // Longer signs come first, because the first that fits is taken.
    private static readonly string[] Signs =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=",
        "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^",
        "!", "~", "?", ":", "=", "@", "#",
    ];

    private readonly List<Token> tokens = [];
    private readonly Dictionary<int, int> closingParentheses = [];
    private readonly Stack<int> openParentheses = new();
    private readonly Stack<bool> braces = new();
    private int at;
    private bool afterLineBreak;

    /// <summary>
    /// The tokens, for each opening parenthesis the index of the one that closes it, and why reading stopped early.
    /// </summary>
    public (List<Token> Tokens, Dictionary<int, int> Closing, Bilingual? Refusal) Read()
    {
        Bilingual? refusal = null;
        try
        {
            while (SkipBlanks()) ReadToken();
            Add(TokenKind.End, "", at);
        }
        catch (UnreadableException unreadable)
        {
            tokens.Add(new Token(TokenKind.Unreadable, "", unreadable.At, source.Length, afterLineBreak));
            refusal = unreadable.Text;
        }
        return (tokens, closingParentheses, refusal);
    }

    private char Peek(int ahead = 0) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private void Add(TokenKind kind, string content, int start, double number = 0)
    {
        tokens.Add(new Token(kind, content, start, at, afterLineBreak, number));
        afterLineBreak = false;
    }

    private bool SkipBlanks()
    {
        while (at < source.Length)
        {
            var c = source[at];
            if (Position.IsLineBreak(c)) afterLineBreak = true;
            if (Blanks.IsBlank(c)) at++;
            else if (c == '/' && Peek(1) == '/')
                while (at < source.Length && !Position.IsLineBreak(source[at])) at++;
            else if (c == '/' && Peek(1) == '*') SkipComment();
            else return true;
        }
        return false;
    }

    private void SkipComment()
    {
        var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0) throw new UnreadableException((
            "A comment that begins with /* is not closed.", "Un commentaire qui commence par /* n'est pas fermé."), at);
        for (; at < end + 2; at++)
            if (Position.IsLineBreak(source[at])) afterLineBreak = true;
    }

    private void ReadToken()
    {
        var c = source[at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) ReadNumber();
        else if (c is '"' or '\'') ReadText(c);
        else if (c == '`') ReadTemplate(TokenKind.WholeTemplate, TokenKind.TemplateHead);
        else if (c == '}' && braces.TryPop(out var ofTemplate) && ofTemplate)
            ReadTemplate(TokenKind.TemplateTail, TokenKind.TemplateMiddle);
        else if (StartsName(at)) ReadName();
        else ReadSign();
    }

    private void ReadName()
    {
        var start = at;
        while (at < source.Length && (StartsName(at) || ContinuesName(source[at])))
            at += char.IsSurrogate(source[at]) ? 2 : 1;
        Add(TokenKind.Name, source[start..at], start);
    }

    private bool StartsName(int index)
    {
        var c = source[index];
        if (char.IsHighSurrogate(c) && index + 1 < source.Length && char.IsLowSurrogate(source[index + 1]))
            return char.IsLetter(source, index);
        return c is '$' or '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;
    }

    private static bool ContinuesName(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.ConnectorPunctuation
        || c is '\u200c' or '\u200d';

    private void ReadSign()
    {
        var start = at;
        if (source[at] == '/' && !AfterOperand())
            throw new UnreadableException((
                "Regular expressions are not part of this language.",
                "Les expressions régulières ne font pas partie de ce langage."), at);
        var sign = Signs.FirstOrDefault(s => string.CompareOrdinal(source, start, s, 0, s.Length) == 0)
            ?? throw new UnreadableException((
                $"The sign '{Shown(at)}' has no meaning here.",
                $"Le signe '{Shown(at)}' n'a pas de sens ici."), at);
        // "a?.5:b" is a condition with the number .5, not a chain.
        if (sign == "?." && char.IsAsciiDigit(Peek(2))) sign = "?";
        at += sign.Length;
        if (sign == "{") braces.Push(false);
        else if (sign == "(") openParentheses.Push(tokens.Count);
        else if (sign == ")" && openParentheses.TryPop(out var opening)) closingParentheses[opening] = tokens.Count;
        Add(TokenKind.Sign, sign, start);
    }

    private bool AfterOperand()
    {
        if (tokens.Count == 0) return false;
        var last = tokens[^1];
        return last.Kind switch
        {
            TokenKind.Sign => last.Content is ")" or "]" or "}",
            TokenKind.Name => !Words.OperatorsBeforeOperand.Contains(last.Content),
            TokenKind.TemplateHead or TokenKind.TemplateMiddle => false,
            _ => true,
        };
    }

    private string Shown(int index) =>
        char.IsControl(source[index]) || char.IsSurrogate(source[index])
            ? $"U+{(int)source[index]:X4}"
            : source[index].ToString();

    /// <summary>Reading of tokens ends here; never leaves the lexer.</summary>
    private sealed class UnreadableException(Bilingual text, int at) : Exception(text.English)
    {
        public Bilingual Text { get; } = text;
        public int At { get; } = at;
    }
}
