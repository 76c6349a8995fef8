namespace Procedures.Expressions.Tree;

/// <summary>What <c>...</c> makes of a value.</summary>
internal static class Unfolding
{
    public static Value[] Evaluate(Run run, Frame? frame, Node[] nodes)
    {
        if (!Array.Exists(nodes, n => n is Spread))
        {
            var values = nodes.Length == 0 ? [] : new Value[nodes.Length];
            for (var i = 0; i < nodes.Length; i++) values[i] = nodes[i].Evaluate(run, frame);
            return values;
        }
        var unfolded = new List<Value>();
        foreach (var node in nodes)
        {
            var value = node.Evaluate(run, frame);
            if (node is not Spread spread)
            {
                unfolded.Add(value);
                continue;
            }
            run.At = spread.Start;
            var items = Items(run, value, Bilingual.Same(spread.Operand.Shown(run)));
            run.SpendOnItems(items.Count);
            unfolded.AddRange(items);
        }
        return [.. unfolded];
    }

    /// <summary>The items of a list, or the characters of a text.</summary>
    public static IReadOnlyList<Value> Items(Run run, Value value, Bilingual shown)
    {
        if (value is Value.List list) return list.Items;
        if (value is not Value.Text text) throw run.Fault((
            $"{shown.English} is not a list (it cannot be iterated)",
            $"{shown.French} n'est pas une liste (ne peut être parcouru)"));
        run.Spend(text.Content.Length / 2);
        return Characters(text.Content);
    }

    public static List<Value> Characters(string text)
    {
        var characters = new List<Value>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 2 : 1;
            characters.Add(new Value.Text(text.Substring(i, length)));
            i += length;
        }
        return characters;
    }

    /// <summary>The members of an object, a list or a text become members of the map; anything else has none.</summary>
    public static void Into(Run run, MapBuilder map, Value value)
    {
        foreach (var (name, member) in Members.Own(run, value)) map.Set(name, member);
    }
}
