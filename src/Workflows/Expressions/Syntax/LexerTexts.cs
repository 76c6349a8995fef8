using System.Globalization;
using System.Text;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Lexer
{
    private void ReadText(char quote)
    {
        var start = at++;
        var content = new StringBuilder();
        while (true)
        {
            if (at >= source.Length || source[at] is '\n' or '\r')
                throw new UnreadableException((
                    "A text is not closed on the line where it begins.",
                    "Un texte n'est pas fermé sur la ligne où il commence."), start);
            var c = source[at++];
            if (c == quote) break;
            if (c == '\\') ReadEscape(content);
            else content.Append(c);
        }
        Add(TokenKind.Text, content.ToString(), start);
    }

    /// <summary>Reads from a back quote, or from the brace that closes an inserted expression.</summary>
    private void ReadTemplate(TokenKind closed, TokenKind interrupted)
    {
        var start = at++;
        var content = new StringBuilder();
        while (true)
        {
            if (at >= source.Length) throw new UnreadableException((
                "A text in back quotes is not closed.", "Un texte entre accents graves n'est pas fermé."), start);
            var c = source[at++];
            if (c == '`')
            {
                Add(closed, content.ToString(), start);
                return;
            }
            if (c == '$' && Peek() == '{')
            {
                at++;
                braces.Push(true);
                Add(interrupted, content.ToString(), start);
                return;
            }
            if (c == '\\') ReadEscape(content);
            else if (c == '\r')
            {
                if (Peek() == '\n') at++;
                content.Append('\n');
            }
            else content.Append(c);
        }
    }

    private void ReadEscape(StringBuilder content)
    {
        var c = Peek();
        if (at++ >= source.Length) return;
        switch (c)
        {
            case 'n': content.Append('\n'); break;
            case 't': content.Append('\t'); break;
            case 'r': content.Append('\r'); break;
            case 'b': content.Append('\b'); break;
            case 'f': content.Append('\f'); break;
            case 'v': content.Append('\v'); break;
            case 'x': content.Append((char)ReadHex(2)); break;
            case 'u': ReadUnicodeEscape(content); break;
            case '\r' when Peek() == '\n': at++; break;
            case '\n' or '\r' or '\u2028' or '\u2029': break;
            case '0' when !char.IsAsciiDigit(Peek()): content.Append('\0'); break;
            case >= '0' and <= '9':
                throw new UnreadableException((
                    "Octal escapes are not part of this language.",
                    "Les échappements octaux ne font pas partie de ce langage."), at - 2);
            default: content.Append(c); break;
        }
    }

    private void ReadUnicodeEscape(StringBuilder content)
    {
        if (Peek() != '{')
        {
            content.Append((char)ReadHex(4));
            return;
        }
        var start = at - 2;
        var close = source.IndexOf('}', at);
        var digits = close < 0 ? "" : source[(at + 1)..close];
        if (digits.Length is 0 or > 8 || !digits.All(char.IsAsciiHexDigit) || HexOf(digits) > 0x10ffff)
            throw new UnreadableException((
                "A \\u{…} escape needs the number of a character.",
                "Un échappement \\u{…} demande le numéro d'un caractère."), start);
        at = close + 1;
        var number = HexOf(digits);
        if (number is >= 0xd800 and <= 0xdfff) content.Append((char)number);
        else content.Append(char.ConvertFromUtf32((int)number));
    }

    private int ReadHex(int length)
    {
        var digits = at + length <= source.Length ? source.Substring(at, length) : "";
        if (digits.Length == 0 || !digits.All(char.IsAsciiHexDigit))
            throw new UnreadableException((
                $"An escape needs {length} hexadecimal digits.",
                $"Un échappement demande {length} chiffres hexadécimaux."), at - 2);
        at += length;
        return (int)HexOf(digits);
    }

    private static uint HexOf(string digits) =>
        uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
