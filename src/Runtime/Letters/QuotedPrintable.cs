using System.Text;

namespace Procedures.Letters;

/// <summary>Text in seven bits (RFC 2045 § 6.7): readable where it is ASCII, lines of at most 76 octets.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Encodes the text; every kind of line end becomes CRLF.</summary>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length + text.Length / 4);
        var lines = LineEnds.Split(text);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) result.Append("\r\n");
            EncodeLine(Encoding.UTF8.GetBytes(lines[i]), result);
        }
        return result.ToString();
    }

    private static void EncodeLine(byte[] octets, StringBuilder result)
    {
        var column = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            var isLast = i == octets.Length - 1;
            var literal = IsLiteral(octets[i], isLast);
            var width = literal ? 1 : 3;
            // One column stays free for the = of a soft line break, unless the line ends here anyway.
            if (column + width > LongestLine - (isLast ? 0 : 1))
            {
                result.Append("=\r\n");
                column = 0;
            }
            if (literal) result.Append((char)octets[i]);
            else result.Append('=').Append(Digits[octets[i] >> 4]).Append(Digits[octets[i] & 15]);
            column += width;
        }
    }

    /// <summary>A blank at the end of a line would be cut off on the way.</summary>
    private static bool IsLiteral(byte octet, bool isLast) =>
        octet is (byte)' ' or (byte)'\t' ? !isLast : octet is > (byte)' ' and <= (byte)'~' and not (byte)'=';
}
