using System.Text;

namespace Procedures.Expressions.Tree;

/// <summary>Numbers written in another radix than ten.</summary>
internal static class NumberRadix
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>In another radix; digits beyond the number's precision are not written.</summary>
    public static string Of(double number, int radix)
    {
        if (radix == 10) return NumberWriting.Of(number);
        if (NumberWriting.NotFinite(number) is { } word) return word;
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
                RoundUp(written, digit + 1, radix, ref whole);
                break;
            }
            written.Append(Letters[digit]);
        }
        var front = new StringBuilder();
        // Digits that the number cannot tell apart are written as zeros.
        for (; whole >= 9007199254740992; whole /= radix) front.Append('0');
        for (; ; whole = (whole - whole % radix) / radix)
        {
            front.Insert(0, Letters[(int)(whole % radix)]);
            if (whole < radix) break;
        }
        if (number < 0) front.Insert(0, '-');
        return written.Length == 0 ? front.ToString() : front.Append('.').Append(written).ToString();
    }

    private static void RoundUp(StringBuilder written, int digit, int radix, ref double whole)
    {
        while (digit == radix && written.Length > 0)
        {
            digit = Letters.IndexOf(written[^1], StringComparison.Ordinal) + 1;
            written.Length--;
        }
        if (digit == radix) whole++;
        else written.Append(Letters[digit]);
    }
}
