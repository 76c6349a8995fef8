namespace Procedures.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Name,
    Sign,
    WholeTemplate,
    TemplateHead,
    TemplateMiddle,
    TemplateTail,

    /// <summary>The rest of the source could not be read; the lexer says why.</summary>
    Unreadable,
}

/// <summary>One word or sign of a source. Template parts and texts carry what their escapes stand for.</summary>
internal readonly record struct Token(
    TokenKind Kind, string Content, int Start, int End, bool AfterLineBreak, double Number = 0)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Content == sign;
    public bool IsName(string name) => Kind == TokenKind.Name && Content == name;
}
