using System.Collections.Frozen;
using Procedures.Expressions.Syntax;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Number, String, Boolean and the functions that read numbers.</summary>
internal static class ConversionFunctions
{
    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        KeyValuePair.Create("Number", (Value)new NativeFunction("Number", ToNumber, NumberMembers())),
        Globals.Named("String", (_, a) => Value.Of(a.Count == 0 ? "" : a.Text(0)), ("fromCharCode", FromCharCode)),
        Globals.Function("Boolean", (_, a) => Value.Of(Conversions.ToBoolean(a[0]))),
        Globals.Function("parseInt", ParseInt),
        Globals.Function("parseFloat", ParseFloat),
        Globals.Function("isNaN", (_, a) => Value.Of(double.IsNaN(a.Number(0)))),
        Globals.Function("isFinite", (_, a) => Value.Of(double.IsFinite(a.Number(0)))),
        Globals.Function("isNullOrEmpty", (_, a) => Value.Of(IsEmpty(a[0]))),
        Globals.Function("isNullOrWhiteSpace", (_, a) => Value.Of(
            IsEmpty(a[0]) || (a[0].AsText is { } text && text.All(Blanks.IsBlank)))),
    ];

    private static bool IsEmpty(Value value) =>
        value.IsNothing || value is Value.Text { Content.Length: 0 } or Value.List { Items.Length: 0 };

    private static Value ToNumber(Run run, Arguments a) => Value.Of(a.Count == 0 ? 0 : a.Number(0));

    private static FrozenDictionary<string, Value> NumberMembers()
    {
        const double largestSafe = 9007199254740991;
        var numbers = new (string, double)[]
        {
            ("MAX_SAFE_INTEGER", largestSafe), ("MIN_SAFE_INTEGER", -largestSafe), ("EPSILON", Math.Pow(2, -52)),
            ("MAX_VALUE", double.MaxValue), ("MIN_VALUE", double.Epsilon), ("NaN", double.NaN),
            ("POSITIVE_INFINITY", double.PositiveInfinity), ("NEGATIVE_INFINITY", double.NegativeInfinity),
        };
        var functions = new (string, Native)[]
        {
            ("isInteger", (_, a) => Value.Of(IsWhole(a[0], double.MaxValue))),
            ("isSafeInteger", (_, a) => Value.Of(IsWhole(a[0], largestSafe))),
            ("isFinite", (_, a) => Value.Of(a[0] is Value.Number { Amount: var n } && double.IsFinite(n))),
            ("isNaN", (_, a) => Value.Of(a[0] is Value.Number { Amount: var n } && double.IsNaN(n))),
            ("parseInt", ParseInt),
            ("parseFloat", ParseFloat),
        };
        return numbers.Select(n => KeyValuePair.Create(n.Item1, Value.Of(n.Item2)))
            .Concat(functions.Select(f => Globals.Function(f.Item1, f.Item2)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsWhole(Value value, double largest) =>
        value is Value.Number { Amount: var n } && n == Math.Floor(n) && Math.Abs(n) <= largest;

    private static Value ParseInt(Run run, Arguments a)
    {
        var text = a.Text(0);
        run.SpendOnText(text.Length);
        return Value.Of(NumberReading.Whole(text, Numbers.ToInt32(a.Number(1))));
    }

    private static Value ParseFloat(Run run, Arguments a)
    {
        var text = a.Text(0);
        run.SpendOnText(text.Length);
        return Value.Of(NumberReading.Leading(Blanks.Trim(text), out _));
    }

    private static Value FromCharCode(Run run, Arguments a)
    {
        var units = new char[a.Count];
        for (var i = 0; i < units.Length; i++) units[i] = (char)(Numbers.ToUInt32(a.Number(i)) & 0xffff);
        run.SpendOnText(units.Length);
        return Value.Of(new string(units));
    }
}
