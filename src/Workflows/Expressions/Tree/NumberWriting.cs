using System.Globalization;
using System.Numerics;
using System.Text;

namespace Procedures.Expressions.Tree;

/// <summary>Numbers written as JavaScript writes them.</summary>
internal static class NumberWriting
{
    public static string Of(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15) return ((long)number).ToString(CultureInfo.InvariantCulture);
        if (NotFinite(number) is { } word) return word;
        var (digits, point) = Digits(number);
        var sign = number < 0 ? "-" : "";
        if (digits.Length <= point && point <= 21) return sign + digits + new string('0', point - digits.Length);
        if (point is > 0 and <= 21) return $"{sign}{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        return sign + Scientific(digits, point);
    }

    /// <summary>That many decimals, halves rounded away from zero by the number's exact value.</summary>
    public static string Fixed(double number, int decimals)
    {
        if (Math.Abs(number) >= 1e21 || double.IsNaN(number)) return Of(number);
        return (number == 0 ? 0d : number).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>That many digits, with an exponent where JavaScript writes one.</summary>
    public static string Precise(double number, int precision)
    {
        if (NotFinite(number) is { } word) return word;
        var written = Math.Abs(number).ToString("E" + (precision - 1), CultureInfo.InvariantCulture);
        var exponentAt = written.IndexOf('E', StringComparison.Ordinal);
        var digits = written[..exponentAt].Replace(".", "", StringComparison.Ordinal);
        var point = int.Parse(written.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
        var sign = number < 0 ? "-" : "";
        if (point < -5 || point > precision) return sign + Scientific(digits, point);
        if (point == precision) return sign + digits;
        return point > 0 ? $"{sign}{digits[..point]}.{digits[point..]}" : $"{sign}0.{new string('0', -point)}{digits}";
    }

    /// <summary>In another radix; digits beyond the number's precision are not written.</summary>
    public static string InRadix(double number, int radix)
    {
        const string letters = "0123456789abcdefghijklmnopqrstuvwxyz";
        if (radix == 10) return Of(number);
        if (NotFinite(number) is { } word) return word;
        var size = Math.Abs(number);
        var whole = Math.Floor(size);
        var fraction = size - whole;
        var written = new StringBuilder();
        // Half the distance to the next number: digits below it would distinguish nothing.
        var precision = Math.Max(0.5 * (Math.BitIncrement(size) - size), double.Epsilon);
        while (fraction >= precision)
        {
            fraction *= radix;
            precision *= radix;
            var digit = (int)fraction;
            fraction -= digit;
            if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1)) && fraction + precision > 1)
            {
                RoundUp(written, digit + 1, radix, letters, ref whole);
                break;
            }
            written.Append(letters[digit]);
        }
        var front = new StringBuilder();
        for (var rest = new BigInteger(whole); ; )
        {
            rest = BigInteger.DivRem(rest, radix, out var digit);
            front.Insert(0, letters[(int)digit]);
            if (rest.IsZero) break;
        }
        if (number < 0) front.Insert(0, '-');
        return written.Length == 0 ? front.ToString() : front.Append('.').Append(written).ToString();
    }

    private static void RoundUp(StringBuilder written, int digit, int radix, string letters, ref double whole)
    {
        while (digit == radix && written.Length > 0)
        {
            digit = letters.IndexOf(written[^1], StringComparison.Ordinal) + 1;
            written.Length--;
        }
        if (digit == radix) whole++;
        else written.Append(letters[digit]);
    }

    private static string? NotFinite(double number) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    /// <summary>The fewest digits that read back as the same number, and the place of the decimal point in them.</summary>
    private static (string Digits, int Point) Digits(double number)
    {
        var written = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var exponent = 0;
        var exponentAt = written.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt >= 0)
        {
            exponent = int.Parse(written.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            written = written[..exponentAt];
        }
        var pointAt = written.IndexOf('.', StringComparison.Ordinal);
        var point = (pointAt < 0 ? written.Length : pointAt) + exponent;
        var digits = written.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits[leading..].TrimEnd('0'), point - leading);
    }

    private static string Scientific(string digits, int point)
    {
        var exponent = point - 1;
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }
}
