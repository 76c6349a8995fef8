using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The methods of lists that build other lists and values. A list itself never changes.</summary>
internal static class ListMethods
{
    private const int DeepestFlattening = 100;

    private static readonly Dictionary<string, Method<Value.List>> Building = new()
    {
        ["concat"] = Concat,
        ["entries"] = (run, l, _) => Each(run, l, (item, i) => Value.Of([Value.Of(i), item])),
        ["flat"] = (run, l, a) => Value.Of(Flat(run, l, a.Whole(0, 1), [], 0)),
        ["flatMap"] = (run, l, a) => Value.Of(Flat(run, Map(run, l, a, "flatMap"), 1, [], 0)),
        ["hasOwnProperty"] = (_, l, a) =>
            Value.Of(a.Text(0) == "length" || (Members.ListIndex(a.Text(0)) is >= 0 and var i && i < l.Items.Length)),
        ["join"] = (run, l, a) => Value.Of(Conversions.Join(run, l, a.Has(0) ? a.Text(0) : ",")),
        ["keys"] = (run, l, _) => Each(run, l, (_, i) => Value.Of(i)),
        ["map"] = (run, l, a) => Map(run, l, a, "map"),
        ["reduce"] = (run, l, a) => Reduce(run, l, a, "reduce", fromEnd: false),
        ["reduceRight"] = (run, l, a) => Reduce(run, l, a, "reduceRight", fromEnd: true),
        ["reverse"] = (run, l, _) => Reversed(run, l),
        ["slice"] = (run, l, a) =>
            Slice(run, l, a.Position(0, l.Items.Length, 0), a.Position(1, l.Items.Length, l.Items.Length)),
        ["sort"] = (run, l, a) => ListSorting.Sort(run, l, a),
        ["toReversed"] = (run, l, _) => Reversed(run, l),
        ["toSorted"] = (run, l, a) => ListSorting.Sort(run, l, a),
        ["toString"] = (run, l, _) => Value.Of(Conversions.Join(run, l, ",")),
        ["values"] = (_, l, _) => l,
        ["with"] = With,
    };

    public static readonly MethodTable<Value.List> Table = new([.. Building, .. ListSearches.Methods, .. Changing()]);

    private static IEnumerable<KeyValuePair<string, Method<Value.List>>> Changing() =>
        new[] { "push", "pop", "shift", "unshift", "splice", "fill", "copyWithin" }.Select(name =>
            KeyValuePair.Create<string, Method<Value.List>>(name, (run, _, _) => throw run.Fault((
                $"values cannot be changed, so a list has no '{name}'; "
                    + "build another list with [...list, item], slice or filter",
                $"les valeurs ne peuvent être modifiées, et une liste n'a donc pas de '{name}' ; "
                    + "construisez une autre liste par [...liste, élément], slice ou filter"))));

    private static readonly Bilingual TooDeep = (
        $"flat unfolds lists up to {DeepestFlattening} levels deep",
        $"flat déplie les listes sur {DeepestFlattening} niveaux au plus");

    // The sentences stand apart, so that functions that call one another need a small stack.
    private static Bilingual NoInitialValue(string method) => (
        $"{method} of an empty list needs an initial value", $"{method} d'une liste vide demande une valeur initiale");

    private static Value.List Each(Run run, Value.List list, Func<Value, int, Value> make)
    {
        run.Spend(list.Items.Length);
        return new Value.List([.. list.Items.Select(make)]);
    }

    private static Value Concat(Run run, Value.List list, Arguments a)
    {
        var items = new List<Value>(list.Items);
        foreach (var value in a.All)
        {
            if (value is Value.List other) items.AddRange(other.Items);
            else items.Add(value);
            run.SpendOnItems(items.Count);
        }
        return Value.Of(items);
    }

    private static List<Value> Flat(Run run, Value.List list, double levels, List<Value> into, int depth)
    {
        if (depth > DeepestFlattening) throw run.Fault(TooDeep);
        foreach (var item in list.Items)
        {
            run.Spend();
            if (item is Value.List inner && levels >= 1) Flat(run, inner, levels - 1, into, depth + 1);
            else into.Add(item);
        }
        return into;
    }

    private static Value.List Map(Run run, Value.List list, Arguments a, string method)
    {
        var call = new Callback(run, a.Function(0, method), list);
        var mapped = new Value[list.Items.Length];
        for (var i = 0; i < mapped.Length; i++) mapped[i] = call.Of(list.Items[i], i);
        return new Value.List(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(mapped));
    }

    private static Value Reduce(Run run, Value.List list, Arguments a, string method, bool fromEnd)
    {
        var function = a.Function(0, method);
        var (count, start) = (list.Items.Length, a.Count > 1 ? 0 : 1);
        if (count < start) throw run.Fault(NoInitialValue(method));
        Value At(int i) => list.Items[fromEnd ? count - 1 - i : i];
        var sum = start == 0 ? a[1] : At(0);
        var arguments = new Value[4];
        for (var i = start; i < count; i++)
        {
            run.Spend();
            (arguments[0], arguments[1], arguments[2], arguments[3]) =
                (sum, At(i), Value.Of(fromEnd ? count - 1 - i : i), list);
            sum = function.Invoke(run, arguments);
        }
        return sum;
    }

    private static Value.List Reversed(Run run, Value.List list)
    {
        run.SpendOnItems(list.Items.Length);
        return new Value.List([.. list.Items.Reverse()]);
    }

    private static Value.List Slice(Run run, Value.List list, int from, int to)
    {
        run.SpendOnItems(Math.Max(0, to - from));
        return from < to ? new Value.List(list.Items[from..to]) : Value.List.Empty;
    }

    private static Value With(Run run, Value.List list, Arguments a)
    {
        var index = a.Whole(0) < 0 ? a.Whole(0) + list.Items.Length : a.Whole(0);
        if (index < 0 || index >= list.Items.Length)
            throw run.Fault((
                $"with: the list has no item {NumberWriting.Of(a.Whole(0))}",
                $"with : la liste n'a pas d'élément {NumberWriting.Of(a.Whole(0))}"));
        run.SpendOnItems(list.Items.Length);
        return new Value.List(list.Items.SetItem((int)index, a[1]));
    }
}
