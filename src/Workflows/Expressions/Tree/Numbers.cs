namespace Procedures.Expressions.Tree;

/// <summary>JavaScript's whole numbers.</summary>
internal static class Numbers
{
    public static double Whole(double number) => double.IsNaN(number) ? 0 : Math.Truncate(number);

    public static int ToInt32(double number)
    {
        if (number is >= int.MinValue and <= int.MaxValue) return (int)number;
        if (!double.IsFinite(number)) return 0;
        var rest = Math.IEEERemainder(Math.Truncate(number), 4294967296.0);
        return unchecked((int)(long)rest);
    }

    public static uint ToUInt32(double number) => unchecked((uint)ToInt32(number));

    /// <summary>The index that a number or text stands for, or -1.</summary>
    public static int IndexOf(double number) =>
        number is >= 0 and < int.MaxValue && number == Math.Floor(number) ? (int)number : -1;

    /// <summary>
    /// JavaScript's power, which differs from the framework's where the base is one and the exponent has no bound.
    /// </summary>
    public static double Power(double number, double exponent) =>
        double.IsNaN(exponent) || (Math.Abs(number) == 1 && double.IsInfinity(exponent))
            ? double.NaN
            : Math.Pow(number, exponent);
}
