namespace Procedures.Expressions.Tree;

internal sealed class Constant(Value value) : Node
{
    public Value Value { get; } = value;
    protected override Value Compute(Run run, Frame? frame) => Value;
}

/// <summary>A parameter of this function or of one around it.</summary>
internal sealed class Parameter(int outward, int slot) : Node
{
    protected override Value Compute(Run run, Frame? frame)
    {
        for (var i = 0; i < outward; i++) frame = frame!.Outer;
        return frame!.Slots[slot] ?? Value.Undefined;
    }
}

/// <summary>A name that nothing here answers to.</summary>
internal sealed class UnknownName(string name) : Node
{
    protected override Value Compute(Run run, Frame? frame) => throw run.Fault((
        $"{name} is not defined", $"{name} n'est pas défini"), Start);
}

/// <summary>An expression that is well formed but asks for what an expression must not have.</summary>
internal sealed class Refused(Bilingual reason) : Node
{
    protected override Value Compute(Run run, Frame? frame) => throw run.Fault(reason, Start);
}
