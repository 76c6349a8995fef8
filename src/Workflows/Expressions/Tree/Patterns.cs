namespace Procedures.Expressions.Tree;

/// <summary>What a parameter binds: a name, or names inside an object or a list.</summary>
internal abstract class Pattern
{
    /// <summary>Used when the value is undefined.</summary>
    public Node? Otherwise { get; set; }

    public virtual IEnumerable<Node> Parts => Otherwise is null ? [] : [Otherwise];

    public void Bind(Run run, Frame frame, Value value)
    {
        if (Otherwise is not null && value is Value.UndefinedValue) value = Otherwise.Evaluate(run, frame);
        Take(run, frame, value);
    }

    protected abstract void Take(Run run, Frame frame, Value value);
}

internal sealed class NamePattern(int slot) : Pattern
{
    protected override void Take(Run run, Frame frame, Value value) => frame.Slots[slot] = value;
}

internal sealed class MapPattern((string Name, Pattern Pattern)[] members, Pattern? rest, int start) : Pattern
{
    public override IEnumerable<Node> Parts => [.. base.Parts, .. members.SelectMany(m => m.Pattern.Parts)];

    protected override void Take(Run run, Frame frame, Value value)
    {
        if (value.IsNothing)
            throw run.Fault((
                $"{Conversions.ToText(run, value)} cannot be taken apart into {{ … }}",
                $"{Conversions.ToText(run, value)} ne peut être décomposé en {{ … }}"), start);
        run.Spend(members.Length);
        foreach (var (name, pattern) in members) pattern.Bind(run, frame, Members.Get(run, value, name));
        if (rest is null) return;
        var others = new MapBuilder();
        foreach (var (name, member) in Members.Own(run, value))
            if (!Array.Exists(members, m => m.Name == name)) others.Set(name, member);
        rest.Bind(run, frame, others.ToMap());
    }
}

internal sealed class ListPattern(Pattern?[] items, Pattern? rest, int start) : Pattern
{
    public override IEnumerable<Node> Parts => [.. base.Parts, .. items.SelectMany(i => i?.Parts ?? [])];

    protected override void Take(Run run, Frame frame, Value value)
    {
        run.At = start;
        run.Spend(items.Length);
        var values = Unfolding.Items(
            run, value, ("the argument of '[ … ] =>'", "l'argument de '[ … ] =>'"));
        for (var i = 0; i < items.Length; i++)
            items[i]?.Bind(run, frame, i < values.Count ? values[i] : Value.Undefined);
        if (rest is null) return;
        run.SpendOnItems(values.Count);
        rest.Bind(run, frame, new Value.List([.. values.Skip(items.Length)]));
    }
}
