using System.Collections.Immutable;
using System.Text;

namespace Procedures.Expressions.Tree;

/// <summary>What may leave the interpreter: plain values that the state of a procedure can keep.</summary>
internal static class Yield
{
    /// <summary>JSON readers stop at 64 levels, and the state around the value needs some of them.</summary>
    private const int DeepestValue = 50;

    private static readonly Bilingual Function = ("the expression yields a function", "l'expression donne une fonction");
    private static readonly Bilingual TooDeep = (
        $"the expression yields values that lie more than {DeepestValue} deep in one another",
        $"l'expression donne des valeurs emboîtées sur plus de {DeepestValue} niveaux");

    public static Value Checked(Run run, Value value, int depth = 0)
    {
        run.Spend();
        switch (value)
        {
            case Value.Function: throw run.Fault(Function);
            case Value.Text text: return WellFormed(run, text);
            case Value.UndefinedValue: return Value.Undefined;
            case Value.List or Value.Map when depth == DeepestValue:
                throw run.Fault(TooDeep);
            case Value.List list: return CheckedItems(run, list, depth + 1);
            case Value.Map map: return CheckedMembers(run, map, depth + 1);
            default: return value;
        }
    }

    private static Value.List CheckedItems(Run run, Value.List list, int depth)
    {
        ImmutableArray<Value>.Builder? changed = null;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = Checked(run, list.Items[i], depth);
            if (ReferenceEquals(item, list.Items[i])) continue;
            changed ??= list.Items.ToBuilder();
            changed[i] = item;
        }
        return changed is null ? list : new Value.List(changed.ToImmutable());
    }

    private static Value.Map CheckedMembers(Run run, Value.Map map, int depth)
    {
        ImmutableArray<KeyValuePair<string, Value>>.Builder? changed = null;
        for (var i = 0; i < map.Members.Length; i++)
        {
            var (name, value) = map.Members[i];
            var kept = Checked(run, value, depth);
            var keptName = WellFormed(name);
            if (ReferenceEquals(kept, value) && ReferenceEquals(keptName, name)) continue;
            changed ??= map.Members.ToBuilder();
            changed[i] = KeyValuePair.Create(keptName, kept);
        }
        return changed is null ? map : new Value.Map(changed.ToImmutable());
    }

    private static Value.Text WellFormed(Run run, Value.Text text)
    {
        run.SpendOnText(text.Content.Length);
        var content = WellFormed(text.Content);
        return ReferenceEquals(content, text.Content) ? text : new Value.Text(content);
    }

    /// <summary>Half a character, which no file can hold, becomes the sign U+FFFD.</summary>
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return string.Equals(text, whole.ToString(), StringComparison.Ordinal) ? text : whole.ToString();
    }
}
