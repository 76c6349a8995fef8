using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The methods of numbers.</summary>
internal static class NumberMethods
{
    public static readonly MethodTable<double> Table = new(new Dictionary<string, Method<double>>
    {
        ["toFixed"] = (run, n, a) => Value.Of(NumberRounding.Fixed(n, Within(run, a, "toFixed", 0, 100))),
        ["toPrecision"] = (run, n, a) => Value.Of(
            a.Has(0) ? NumberRounding.Precise(n, Within(run, a, "toPrecision", 1, 100)) : NumberWriting.Of(n)),
        ["toString"] = (run, n, a) => Value.Of(
            a.Has(0) ? NumberRadix.Of(n, Within(run, a, "toString", 2, 36)) : NumberWriting.Of(n)),
        ["valueOf"] = (_, n, _) => Value.Of(n),
    });

    private static int Within(Run run, Arguments a, string method, int least, int most)
    {
        run.Spend(20);
        var whole = a.Whole(0);
        return whole >= least && whole <= most ? (int)whole
            : throw run.Fault((
                $"{method} needs a number from {least} to {most}",
                $"{method} demande un nombre de {least} à {most}"));
    }
}
