using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The methods of lists that look for items.</summary>
internal static class ListSearches
{
    public static readonly Dictionary<string, Method<Value.List>> Methods = new()
    {
        ["at"] = (_, l, a) => a.Whole(0) is var i && (i < 0 ? i + l.Items.Length : i) is >= 0 and var index
            && index < l.Items.Length ? l.Items[(int)index] : Value.Undefined,
        ["every"] = (run, l, a) => Value.Of(First(run, l, a, "every", wanted: false) < 0),
        ["filter"] = Filter,
        ["find"] = (run, l, a) => ItemOrNothing(l, First(run, l, a, "find")),
        ["findIndex"] = (run, l, a) => Value.Of(First(run, l, a, "findIndex")),
        ["findLast"] = (run, l, a) => ItemOrNothing(l, Last(run, l, a, "findLast")),
        ["findLastIndex"] = (run, l, a) => Value.Of(Last(run, l, a, "findLastIndex")),
        ["forEach"] = (run, _, _) => throw run.Fault((
            "forEach yields nothing; use map, or filter", "forEach ne donne rien ; utilisez map, ou filter")),
        ["includes"] = (run, l, a) => Value.Of(Position(run, l, a, Comparisons.SameOrNaN) >= 0),
        ["indexOf"] = (run, l, a) => Value.Of(Position(run, l, a, Comparisons.Strict)),
        ["lastIndexOf"] = LastIndexOf,
        ["some"] = (run, l, a) => Value.Of(First(run, l, a, "some") >= 0),
    };

    private static Value ItemOrNothing(Value.List list, int index) => index < 0 ? Value.Undefined : list.Items[index];

    private static Value Filter(Run run, Value.List list, Arguments a)
    {
        var call = new Callback(run, a.Function(0, "filter"), list);
        var kept = new List<Value>();
        for (var i = 0; i < list.Items.Length; i++)
            if (call.Accepts(list.Items[i], i)) kept.Add(list.Items[i]);
        return Value.Of(kept);
    }

    private static int First(Run run, Value.List list, Arguments a, string method, bool wanted = true)
    {
        var call = new Callback(run, a.Function(0, method), list);
        for (var i = 0; i < list.Items.Length; i++)
            if (call.Accepts(list.Items[i], i) == wanted) return i;
        return -1;
    }

    private static int Last(Run run, Value.List list, Arguments a, string method)
    {
        var call = new Callback(run, a.Function(0, method), list);
        for (var i = list.Items.Length - 1; i >= 0; i--)
            if (call.Accepts(list.Items[i], i)) return i;
        return -1;
    }

    private static int Position(Run run, Value.List list, Arguments a, Func<Value, Value, bool> equal)
    {
        run.SpendOnItems(list.Items.Length);
        for (var i = a.Position(1, list.Items.Length, 0); i < list.Items.Length; i++)
            if (equal(list.Items[i], a[0])) return i;
        return -1;
    }

    private static Value LastIndexOf(Run run, Value.List list, Arguments a)
    {
        run.SpendOnItems(list.Items.Length);
        var from = a.Count > 1 ? a.Whole(1) : list.Items.Length - 1;
        if (from < 0) from += list.Items.Length;
        for (var i = (int)Math.Clamp(from, -1, list.Items.Length - 1); i >= 0; i--)
            if (Comparisons.Strict(list.Items[i], a[0])) return Value.Of(i);
        return Value.Of(-1);
    }
}
