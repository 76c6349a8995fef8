using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>A stable merge sort, which ends whatever a comparing function answers.</summary>
internal static class ListSorting
{
    public static Value Sort(Run run, Value.List list, Arguments arguments)
    {
        if (arguments.Has(0) && arguments[0] is not Value.Function)
            throw run.Fault((
                "sort needs a function that compares, as in sort((a, b) => a - b), or nothing",
                "sort demande une fonction qui compare, comme dans sort((a, b) => a - b), ou rien"));
        run.Spend(list.Items.Length);
        var defined = list.Items.Where(i => i is not Value.UndefinedValue).ToArray();
        var missing = Enumerable.Repeat(Value.Undefined, list.Items.Length - defined.Length);
        var sorted = arguments[0] is Value.Function function
            ? Sorted(defined, ComparedBy(run, function))
            : SortedAsTexts(run, defined);
        return Value.Of(sorted.Concat(missing));
    }

    private static Comparison<Value> ComparedBy(Run run, Value.Function function)
    {
        var arguments = new Value[2];
        return (a, b) =>
        {
            run.Spend();
            (arguments[0], arguments[1]) = (a, b);
            var order = Conversions.ToNumber(run, function.Invoke(run, arguments));
            return order > 0 ? 1 : order < 0 ? -1 : 0;
        };
    }

    private static IEnumerable<Value> SortedAsTexts(Run run, Value[] items)
    {
        var texts = items.Select(item => (Item: item, Text: Conversions.ToText(run, item))).ToArray();
        return Sorted(texts, (a, b) =>
        {
            run.Spend(1 + Math.Min(a.Text.Length, b.Text.Length) / 16);
            return string.CompareOrdinal(a.Text, b.Text);
        }).Select(pair => pair.Item);
    }

    private static T[] Sorted<T>(T[] items, Comparison<T> compare)
    {
        var (from, into) = (items, new T[items.Length]);
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                var (middle, end) = (Math.Min(start + width, items.Length), Math.Min(start + 2 * width, items.Length));
                Merge(from, into, start, middle, end, compare);
            }
            (from, into) = (into, from);
        }
        return from;
    }

    private static void Merge<T>(T[] from, T[] into, int start, int middle, int end, Comparison<T> compare)
    {
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
        {
            var takesLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
            into[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
