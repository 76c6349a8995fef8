using System.Collections.Frozen;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>What stands under Math. Random numbers do not.</summary>
internal static class MathFunctions
{
    private static readonly Bilingual NoRandomness = (
        "random numbers enter a procedure only by the drawing of lots",
        "le hasard n'entre dans une procédure que par le tirage au sort");

    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        KeyValuePair.Create("Math", (Value)new NativeFunction("Math", null, Members())),
        .. new[] { "newGuid", "newGuidString", "newShortGuid" }.Select(name =>
            Globals.Function(name, (run, _) => throw run.Fault(NoRandomness))),
    ];

    private static FrozenDictionary<string, Value> Members()
    {
        var constants = new (string, double)[]
        {
            ("E", Math.E), ("PI", Math.PI), ("LN2", 0.6931471805599453), ("LN10", 2.302585092994046),
            ("LOG2E", 1.4426950408889634), ("LOG10E", 0.4342944819032518), ("SQRT2", 1.4142135623730951),
            ("SQRT1_2", 0.7071067811865476),
        };
        var ofOne = new (string, Func<double, double>)[]
        {
            ("abs", Math.Abs), ("acos", Math.Acos), ("asin", Math.Asin), ("atan", Math.Atan), ("cbrt", CubeRoot),
            ("ceil", Math.Ceiling), ("cos", Math.Cos), ("cosh", Math.Cosh), ("exp", Math.Exp), ("floor", Math.Floor),
            ("log", Math.Log), ("log10", Math.Log10), ("log2", Math.Log2), ("round", Round), ("sign", Sign),
            ("sin", Math.Sin), ("sinh", Math.Sinh), ("sqrt", Math.Sqrt), ("tan", Math.Tan), ("tanh", Math.Tanh),
            ("trunc", Math.Truncate), ("fround", n => (float)n),
        };
        var ofMany = new (string, Native)[]
        {
            ("atan2", (_, a) => Value.Of(Math.Atan2(a.Number(0), a.Number(1)))),
            ("hypot", (run, a) => Value.Of(Math.Sqrt(Fold(run, a, 0, (sum, n) => sum + n * n)))),
            ("max", (run, a) => Value.Of(Fold(run, a, double.NegativeInfinity, Math.Max))),
            ("min", (run, a) => Value.Of(Fold(run, a, double.PositiveInfinity, Math.Min))),
            ("pow", (_, a) => Value.Of(Numbers.Power(a.Number(0), a.Number(1)))),
            ("random", (run, _) => throw run.Fault(NoRandomness)),
        };
        return constants.Select(c => KeyValuePair.Create(c.Item1, Value.Of(c.Item2)))
            .Concat(ofOne.Select(f => Globals.Function(f.Item1, (_, a) => Value.Of(f.Item2(a.Number(0))))))
            .Concat(ofMany.Select(f => Globals.Function(f.Item1, f.Item2)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static double Fold(Run run, Arguments a, double start, Func<double, double, double> join)
    {
        run.SpendOnItems(a.Count);
        var sum = start;
        for (var i = 0; i < a.Count; i++) sum = join(sum, a.Number(i));
        return sum;
    }

    /// <summary>Halves go up, also below zero; what rounds to zero from below stays minus zero.</summary>
    private static double Round(double number)
    {
        if (number is >= -0.5 and < 0) return -0d;
        var floor = Math.Floor(number);
        return number - floor >= 0.5 ? floor + 1 : floor;
    }

    /// <summary>The framework misses some whole roots by the last digit.</summary>
    private static double CubeRoot(double number)
    {
        var root = Math.Cbrt(number);
        var whole = Math.Round(root);
        return whole != 0 && whole * whole * whole == number ? whole : root;
    }

    private static double Sign(double number) => number > 0 ? 1 : number < 0 ? -1 : number;
}
