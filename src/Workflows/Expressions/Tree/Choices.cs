namespace Procedures.Expressions.Tree;

internal enum Link { And, Or, Otherwise }

/// <summary><c>&amp;&amp;</c>, <c>||</c> and <c>??</c>: the right side is evaluated only when it matters.</summary>
internal sealed class Choice(Link link, Node left, Node right) : Node
{
    public Link Link => link;
    public override IEnumerable<Node> Parts => [left, right];

    protected override Value Compute(Run run, Frame? frame)
    {
        var first = left.Evaluate(run, frame);
        var decided = link switch
        {
            Link.And => !Conversions.ToBoolean(first),
            Link.Or => Conversions.ToBoolean(first),
            _ => !first.IsNothing,
        };
        return decided ? first : right.Evaluate(run, frame);
    }
}

internal sealed class Conditional(Node condition, Node whenTrue, Node whenFalse) : Node
{
    public override IEnumerable<Node> Parts => [condition, whenTrue, whenFalse];

    protected override Value Compute(Run run, Frame? frame) =>
        (Conversions.ToBoolean(condition.Evaluate(run, frame)) ? whenTrue : whenFalse).Evaluate(run, frame);
}

/// <summary><c>!</c>, <c>+</c>, <c>-</c>, <c>~</c>, <c>typeof</c> and <c>void</c>.</summary>
internal sealed class Prefix(string sign, Node operand) : Node
{
    public override IEnumerable<Node> Parts => [operand];

    protected override Value Compute(Run run, Frame? frame)
    {
        if (sign == "typeof" && operand is UnknownName) return Value.Of("undefined");
        var value = operand.Evaluate(run, frame);
        run.At = Start;
        return sign switch
        {
            "!" => Value.Of(!Conversions.ToBoolean(value)),
            "+" => Value.Of(Conversions.ToNumber(run, value)),
            "-" => Value.Of(-Conversions.ToNumber(run, value)),
            "~" => Value.Of(~Numbers.ToInt32(Conversions.ToNumber(run, value))),
            "typeof" => Value.Of(Conversions.TypeOf(value)),
            "void" => Value.Undefined,
            _ => throw new InvalidOperationException($"There is no prefix '{sign}'."),
        };
    }
}
