using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>What stands under Object and Array.</summary>
internal static class ObjectFunctions
{
    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        Globals.Named("Object", null,
            ("keys", (run, a) => Value.Of(Own(run, a).Select(m => Value.Of(m.Key)))),
            ("values", (run, a) => Value.Of(Own(run, a).Select(m => m.Value))),
            ("entries", (run, a) => Value.Of(Own(run, a).Select(m => Value.Of([Value.Of(m.Key), m.Value])))),
            ("assign", Assign),
            ("fromEntries", FromEntries),
            ("hasOwn", (run, a) => Value.Of(HasOwn(run, a))),
            ("is", (_, a) => Value.Of(Same(a[0], a[1]))),
            ("freeze", (_, a) => a[0])),
        Globals.Named("Array", null,
            ("isArray", (_, a) => Value.Of(a[0] is Value.List)),
            ("of", (run, a) => new Value.List([.. a.All])),
            ("from", From)),
    ];

    private static IEnumerable<KeyValuePair<string, Value>> Own(Run run, Arguments a) => a[0].IsNothing
        ? throw run.Fault((
            $"{Conversions.ToText(run, a[0])} has no members", $"{Conversions.ToText(run, a[0])} n'a pas de membres"))
        : Members.Own(run, a[0]);

    private static Value Assign(Run run, Arguments a)
    {
        if (a[0] is not Value.Map) throw run.Fault((
            "Object.assign needs an object first", "Object.assign demande d'abord un objet"));
        var map = new MapBuilder();
        foreach (var value in a.All) Unfolding.Into(run, map, value);
        return map.ToMap();
    }

    private static Value FromEntries(Run run, Arguments a)
    {
        var map = new MapBuilder();
        foreach (var entry in Unfolding.Items(
            run, a[0], ("what Object.fromEntries was given", "ce que reçoit Object.fromEntries")))
        {
            run.Spend(2);
            if (entry is not (Value.List or Value.Map))
                throw run.Fault((
                    "Object.fromEntries needs pairs of a name and a value",
                    "Object.fromEntries demande des paires d'un nom et d'une valeur"));
            map.Set(Conversions.ToText(run, Members.Get(run, entry, "0")), Members.Get(run, entry, "1"));
        }
        return map.ToMap();
    }

    private static bool HasOwn(Run run, Arguments a)
    {
        var name = a.Text(1);
        return a[0] is Value.Map map ? map.Has(name) : Members.Own(run, a[0]).Any(m => m.Key == name);
    }

    private static bool Same(Value a, Value b) => a is Value.Number x && b is Value.Number y
        ? BitConverter.DoubleToInt64Bits(x.Amount) == BitConverter.DoubleToInt64Bits(y.Amount)
            || Comparisons.SameOrNaN(a, b) && x.Amount != 0
        : Comparisons.Strict(a, b);

    /// <summary>
    /// Array.from of a list, a text, or an object with a length; with a function, of what it makes of each item.
    /// </summary>
    private static Value From(Run run, Arguments a)
    {
        if (a[0].IsNothing) throw run.Fault((
            $"Array.from cannot make a list of {Conversions.ToText(run, a[0])}",
            $"Array.from ne peut faire une liste de {Conversions.ToText(run, a[0])}"));
        Value list = a[0] is Value.Map map ? OfLength(run, map)
            : a[0] is Value.List or Value.Text ? Value.Of(Unfolding.Items(run, a[0], Bilingual.Empty))
            : Value.List.Empty;
        return a.Has(1) ? Members.Call(run, list, "map", [a.Function(1, "Array.from")])! : list;
    }

    private static Value OfLength(Run run, Value.Map map)
    {
        var length = Math.Max(0, Numbers.Whole(Conversions.ToNumber(run, map["length"])));
        run.Spend(length);
        run.Spend(length * (map.Members.Length >> 4));
        var items = new Value[(int)length];
        for (var i = 0; i < items.Length; i++)
            items[i] = map.Members.Length == 1 ? Value.Undefined : map[NumberWriting.Of(i)];
        return Value.Of(items);
    }
}
