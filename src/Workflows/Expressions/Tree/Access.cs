namespace Procedures.Expressions.Tree;

/// <summary><c>a.b</c>, <c>a[b]</c> and their forms with <c>?.</c>.</summary>
internal sealed class Access(Node target, Node key, bool optional, bool computed) : Node
{
    private readonly string? name = (key as Constant)?.Value.AsText;

    public Node Target => target;
    public override IEnumerable<Node> Parts => [target, key];

    protected override Value Compute(Run run, Frame? frame)
    {
        var found = target.Evaluate(run, frame);
        if (ReferenceEquals(found, Skipped) || (optional && found.IsNothing)) return Skipped;
        if (found.IsNothing) throw Missing(run, found);
        if (!computed)
        {
            run.At = key.Start;
            return Members.Get(run, found, name!);
        }
        var index = key.Evaluate(run, frame);
        run.At = key.Start;
        return Members.Get(run, found, index);
    }

    /// <summary>Evaluates up to the value and the name of the method; null when <c>?.</c> found nothing.</summary>
    public (Value Target, string Name)? Method(Run run, Frame? frame)
    {
        run.Spend();
        var found = target.Evaluate(run, frame);
        if (ReferenceEquals(found, Skipped) || (optional && found.IsNothing)) return null;
        if (found.IsNothing) throw Missing(run, found);
        run.At = key.Start;
        return (found, name ?? Conversions.ToText(run, key.Evaluate(run, frame)));
    }

    private ScriptFaultException Missing(Run run, Value found)
    {
        var wanted = name is null ? $"[{key.Shown(run)}]" : $"'{name}'";
        var kind = found is Value.NullValue ? "null" : "undefined";
        return run.Fault((
            $"{target.Shown(run)} is {kind}, so {wanted} cannot be read from it",
            $"{target.Shown(run)} vaut {kind}, et {wanted} ne peut donc y être lu"), key.Start);
    }
}

/// <summary>A chain with <c>?.</c> in it: what is skipped inside becomes undefined outside.</summary>
internal sealed class Chain(Node inner) : Node
{
    public override IEnumerable<Node> Parts => [inner];

    protected override Value Compute(Run run, Frame? frame) =>
        inner.Evaluate(run, frame) is var value && ReferenceEquals(value, Skipped) ? Value.Undefined : value;
}
