namespace Procedures.Expressions.Tree;

/// <summary><c>x => …</c>. Each call gets a frame with a slot for every name that its parameters bind.</summary>
internal sealed class Arrow(Pattern[] parameters, Pattern? rest, int slots, Node body) : Node
{
    public override IEnumerable<Node> Parts =>
        [body, .. parameters.SelectMany(p => p.Parts), .. rest?.Parts ?? []];

    protected override Value Compute(Run run, Frame? frame) => new Closure(this, frame);

    public Value Invoke(Run run, Frame? outer, ReadOnlySpan<Value> arguments)
    {
        var (calledAt, levels) = (run.At, Height + Run.CallWeight);
        run.Enter(levels);
        var frame = new Frame(outer, slots);
        for (var i = 0; i < parameters.Length; i++)
            parameters[i].Bind(run, frame, i < arguments.Length ? arguments[i] : Value.Undefined);
        if (rest is not null)
        {
            var remaining = arguments.Length > parameters.Length ? arguments[parameters.Length..] : [];
            run.SpendOnItems(remaining.Length);
            rest.Bind(run, frame, new Value.List([.. remaining]));
        }
        var value = body.Evaluate(run, frame);
        run.Leave(levels);
        run.At = calledAt;
        return value;
    }
}

/// <summary>An arrow function together with the parameters around it.</summary>
internal sealed record Closure(Arrow Arrow, Frame? Frame) : Value.Function
{
    public override Value Invoke(Tree.Run run, ReadOnlySpan<Value> arguments) => Arrow.Invoke(run, Frame, arguments);

    /// <summary>JavaScript writes a function as its source.</summary>
    public string Source(Run run)
    {
        run.SpendOnText(Arrow.End - Arrow.Start);
        return run.Source[Arrow.Start..Arrow.End];
    }

    public bool Equals(Closure? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => base.GetHashCode();
}
