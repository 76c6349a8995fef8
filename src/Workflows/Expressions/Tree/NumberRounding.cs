using System.Globalization;
using System.Numerics;

namespace Procedures.Expressions.Tree;

/// <summary>
/// Numbers written with a given number of digits, rounded by their exact value: halves away from zero.
/// </summary>
internal static class NumberRounding
{
    private const int MantissaBits = 52;

    /// <summary>That many decimals, as toFixed writes them.</summary>
    public static string Fixed(double number, int decimals)
    {
        if (Math.Abs(number) >= 1e21 || double.IsNaN(number)) return NumberWriting.Of(number);
        var digits = Scaled(number, decimals).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = number < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>That many digits, with an exponent where toPrecision writes one.</summary>
    public static string Precise(double number, int precision)
    {
        if (NumberWriting.NotFinite(number) is { } word) return word;
        var point = number == 0 ? 1 : (int)Math.Floor(Math.Log10(Math.Abs(number))) + 1;
        var digits = Scaled(number, precision - point).ToString(CultureInfo.InvariantCulture);
        // The logarithm may be off by one, and rounding may add a digit: 9.96 with two digits is 10.
        while (number != 0 && digits.Length != precision)
        {
            point += digits.Length > precision ? 1 : -1;
            digits = Scaled(number, precision - point).ToString(CultureInfo.InvariantCulture);
        }
        if (number == 0) digits = new string('0', precision);
        var sign = number < 0 ? "-" : "";
        if (point < -5 || point > precision) return sign + NumberWriting.Scientific(digits, point);
        if (point == precision) return sign + digits;
        return point > 0 ? $"{sign}{digits[..point]}.{digits[point..]}" : $"{sign}0.{new string('0', -point)}{digits}";
    }

    /// <summary>The size of the number times ten to that power, rounded to a whole number.</summary>
    private static BigInteger Scaled(double number, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(number));
        var (mantissa, exponent) = (bits & ((1L << MantissaBits) - 1), (int)(bits >> MantissaBits));
        if (exponent == 0) exponent++;
        else mantissa |= 1L << MantissaBits;
        exponent -= 1075;
        BigInteger above = mantissa, below = 1;
        if (exponent >= 0) above <<= exponent;
        else below <<= -exponent;
        if (power >= 0) above *= BigInteger.Pow(10, power);
        else below *= BigInteger.Pow(10, -power);
        return (2 * above + below) / (2 * below);
    }
}
