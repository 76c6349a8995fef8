using System.Globalization;
using Procedures.Expressions.Syntax;

namespace Procedures.Expressions.Tree;

/// <summary>Numbers read from texts as JavaScript reads them.</summary>
internal static class NumberReading
{
    /// <summary>The whole text as a number: blank is 0, anything else that is no number is not-a-number.</summary>
    public static double Of(string text)
    {
        text = Blanks.Trim(text);
        if (text.Length == 0) return 0;
        if (text.Length > 2 && text[0] == '0')
        {
            var radix = char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix > 0)
            {
                var whole = WithRadix(text.AsSpan(2), radix, out var read);
                return read == text.Length - 2 ? whole : double.NaN;
            }
        }
        var number = Leading(text, out var length);
        return length == text.Length ? number : double.NaN;
    }

    /// <summary>JavaScript's parseFloat: the longest beginning that is a number.</summary>
    public static double Leading(string text, out int length)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (string.CompareOrdinal(text, at, "Infinity", 0, 8) == 0)
        {
            length = at + 8;
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }
        var digits = SkipDigits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            var point = at++;
            var decimals = SkipDigits(text, ref at);
            if (digits + decimals == 0) at = point;
            digits += decimals;
        }
        length = digits == 0 ? 0 : at;
        if (digits == 0) return double.NaN;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (SkipDigits(text, ref at) > 0) length = at;
        }
        return double.Parse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>JavaScript's parseInt.</summary>
    public static double Whole(string text, int radix)
    {
        text = Blanks.Trim(text);
        var negative = text.StartsWith('-');
        var rest = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        if (radix is 0 or 16 && rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[2..];
            radix = 16;
        }
        if (radix == 0) radix = 10;
        if (radix is < 2 or > 36) return double.NaN;
        var number = WithRadix(rest, radix, out var read);
        return read == 0 ? double.NaN : negative ? -number : number;
    }

    private static double WithRadix(ReadOnlySpan<char> text, int radix, out int read)
    {
        double number = 0;
        for (read = 0; read < text.Length; read++)
        {
            var c = text[read];
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : 99;
            if (digit >= radix) break;
            number = number * radix + digit;
        }
        // Beyond 2^53 the sum above rounds at every digit; the framework rounds decimals once.
        return radix == 10 && number > 9007199254740992
            ? double.Parse(text[..read], NumberStyles.None, CultureInfo.InvariantCulture)
            : number;
    }

    private static int SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at - start;
    }
}
