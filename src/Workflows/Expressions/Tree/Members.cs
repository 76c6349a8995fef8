using System.Globalization;
using Procedures.Expressions.Functions;

namespace Procedures.Expressions.Tree;

/// <summary>What stands behind the dot of a value.</summary>
internal static class Members
{
    public static Value Get(Run run, Value target, string name)
    {
        switch (target)
        {
            case Value.Map map:
                run.Spend(map.Members.Length >> 4);
                var member = map[name];
                return member is Value.UndefinedValue && MapMethods.Table.Knows(name) ? Bound(target, name) : member;
            case Value.List list when name == "length": return Value.Of(list.Items.Length);
            case Value.List list when ListIndex(name) is >= 0 and var index: return At(list, index);
            case Value.List: return ListMethods.Table.Knows(name) ? Bound(target, name) : Value.Undefined;
            case Value.Text text when name == "length": return Value.Of(text.Content.Length);
            case Value.Text text when ListIndex(name) is >= 0 and var index: return At(text, index);
            case Value.Text: return TextMethods.Table.Knows(name) ? Bound(target, name) : Value.Undefined;
            case Value.Number: return NumberMethods.Table.Knows(name) ? Bound(target, name) : Value.Undefined;
            case NativeFunction native when native.Members?.GetValueOrDefault(name) is { } own: return own;
            default: return Value.Undefined;
        }
    }

    public static Value Get(Run run, Value target, Value key)
    {
        if (key is Value.Number { Amount: var amount } && Numbers.IndexOf(amount) is >= 0 and var index)
        {
            if (target is Value.List list) return At(list, index);
            if (target is Value.Text text) return At(text, index);
        }
        return Get(run, target, Conversions.ToText(run, key));
    }

    /// <summary>Calls a method of a value; null when the value has no method of that name.</summary>
    public static Value? Call(Run run, Value target, string name, ReadOnlySpan<Value> values)
    {
        if (target is Value.Map { Members.Length: var size }) run.Spend(size >> 4);
        var arguments = new Arguments(run, values);
        switch (target)
        {
            case Value.Text text: return TextMethods.Table.Call(run, text.Content, name, arguments);
            case Value.List list: return ListMethods.Table.Call(run, list, name, arguments);
            case Value.Number number: return NumberMethods.Table.Call(run, number.Amount, name, arguments);
            case Value.Truth or Value.Function when name == "toString":
                return Value.Of(Conversions.ToText(run, target));
            case Value.Map map when map[name] is var member and not Value.UndefinedValue:
                return (member as Value.Function)?.Invoke(run, values);
            case Value.Map map: return MapMethods.Table.Call(run, map, name, arguments);
            default: return (Get(run, target, name) as Value.Function)?.Invoke(run, values);
        }
    }

    /// <summary>A value's own members, as Object.entries lists them.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Own(Run run, Value value)
    {
        switch (value)
        {
            case Value.Map map:
                run.Spend(map.Members.Length / 4);
                return map.Members;
            case Value.List list:
                run.Spend(list.Items.Length);
                return list.Items.Select((item, i) =>
                    KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture), item));
            case Value.Text text:
                run.Spend(text.Content.Length);
                return text.Content.Select((c, i) =>
                    KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture), Value.Of(c.ToString())));
            default: return [];
        }
    }

    public static int ListIndex(string name) =>
        name.Length is > 0 and < 10 && char.IsAsciiDigit(name[0]) && (name.Length == 1 || name[0] != '0')
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    private static Value At(Value.List list, int index) =>
        index < list.Items.Length ? list.Items[index] : Value.Undefined;

    private static Value At(Value.Text text, int index) =>
        index < text.Content.Length ? new Value.Text(text.Content[index].ToString()) : Value.Undefined;

    private static NativeFunction Bound(Value target, string name) =>
        new(name, (run, arguments) => Call(run, target, name, arguments.All)!);
}
