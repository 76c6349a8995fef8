using System.Globalization;

namespace Procedures.Expressions.Tree;

/// <summary>Numbers written as JavaScript writes them.</summary>
internal static class NumberWriting
{
    public static string Of(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        if (NotFinite(number) is { } word) return word;
        var (digits, point) = Digits(number);
        var sign = number < 0 ? "-" : "";
        if (digits.Length <= point && point <= 21) return sign + digits + new string('0', point - digits.Length);
        if (point is > 0 and <= 21) return $"{sign}{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        return sign + Scientific(digits, point);
    }

    public static string? NotFinite(double number) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    /// <summary>
    /// The fewest digits that read back as the same number, and the place of the decimal point in them.
    /// </summary>
    private static (string Digits, int Point) Digits(double number)
    {
        var written = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var exponent = 0;
        var exponentAt = written.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt >= 0)
        {
            exponent = int.Parse(written.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture);
            written = written[..exponentAt];
        }
        var pointAt = written.IndexOf('.', StringComparison.Ordinal);
        var point = (pointAt < 0 ? written.Length : pointAt) + exponent;
        var digits = written.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits[leading..].TrimEnd('0'), point - leading);
    }

    public static string Scientific(string digits, int point)
    {
        var exponent = point - 1;
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        var size = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{size}";
    }
}
