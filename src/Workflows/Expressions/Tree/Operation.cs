namespace Procedures.Expressions.Tree;

internal enum Sign
{
    Add, Subtract, Multiply, Divide, Remainder, Power,
    ShiftLeft, ShiftRight, ShiftRightUnsigned, And, Or, ExclusiveOr,
    Equal, NotEqual, Same, NotSame, Less, LessOrEqual, Greater, GreaterOrEqual, In,
}

/// <summary>Two operands that are both evaluated.</summary>
internal sealed class Operation(Sign sign, Node left, Node right) : Node
{
    public override IEnumerable<Node> Parts => [left, right];

    protected override Value Compute(Run run, Frame? frame)
    {
        var a = left.Evaluate(run, frame);
        var b = right.Evaluate(run, frame);
        run.At = Start;
        return sign switch
        {
            Sign.Add => Add(run, a, b),
            Sign.Same => Value.Of(Comparisons.Strict(a, b)),
            Sign.NotSame => Value.Of(!Comparisons.Strict(a, b)),
            Sign.Equal => Value.Of(Comparisons.Loose(run, a, b)),
            Sign.NotEqual => Value.Of(!Comparisons.Loose(run, a, b)),
            Sign.Less => Value.Of(Comparisons.Order(run, a, b).Less),
            Sign.Greater => Value.Of(Comparisons.Order(run, a, b).Greater),
            Sign.LessOrEqual => Value.Of(NotMore(run, a, b)),
            Sign.GreaterOrEqual => Value.Of(NotMore(run, b, a)),
            Sign.In => Value.Of(Contains(run, a, b)),
            _ => Value.Of(Calculate(Conversions.ToNumber(run, a), Conversions.ToNumber(run, b))),
        };
    }

    private static Value Add(Run run, Value a, Value b)
    {
        if (a is Value.Number x && b is Value.Number y) return Value.Of(x.Amount + y.Amount);
        (a, b) = (Conversions.ToPrimitive(run, a), Conversions.ToPrimitive(run, b));
        if (a is not Value.Text && b is not Value.Text)
            return Value.Of(Conversions.ToNumber(run, a) + Conversions.ToNumber(run, b));
        var (front, back) = (Conversions.ToText(run, a), Conversions.ToText(run, b));
        run.SpendOnText((double)front.Length + back.Length);
        return new Value.Text(front + back);
    }

    private static bool NotMore(Run run, Value a, Value b)
    {
        if (Conversions.ToPrimitive(run, a) is Value.Text x && Conversions.ToPrimitive(run, b) is Value.Text y)
            return string.CompareOrdinal(x.Content, y.Content) <= 0;
        return Conversions.ToNumber(run, a) <= Conversions.ToNumber(run, b);
    }

    private bool Contains(Run run, Value key, Value container)
    {
        if (container is not (Value.List or Value.Map or Value.Function))
            throw run.Fault((
                $"'in' needs an object or a list on its right, and {right.Shown(run)} is none",
                $"'in' demande à sa droite un objet ou une liste, et {right.Shown(run)} n'en est pas"), right.Start);
        var name = Conversions.ToText(run, key);
        return container switch
        {
            Value.Map map => map.Has(name),
            Value.List list =>
                name == "length" || (Members.ListIndex(name) is >= 0 and var index && index < list.Items.Length),
            _ => Members.Get(run, container, name) is not Value.UndefinedValue,
        };
    }

    private double Calculate(double a, double b) => sign switch
    {
        Sign.Subtract => a - b,
        Sign.Multiply => a * b,
        Sign.Divide => a / b,
        Sign.Remainder => a % b,
        Sign.Power => Numbers.Power(a, b),
        Sign.ShiftLeft => Numbers.ToInt32(a) << (int)(Numbers.ToUInt32(b) & 31),
        Sign.ShiftRight => Numbers.ToInt32(a) >> (int)(Numbers.ToUInt32(b) & 31),
        Sign.ShiftRightUnsigned => Numbers.ToUInt32(a) >> (int)(Numbers.ToUInt32(b) & 31),
        Sign.And => Numbers.ToInt32(a) & Numbers.ToInt32(b),
        Sign.Or => Numbers.ToInt32(a) | Numbers.ToInt32(b),
        Sign.ExclusiveOr => Numbers.ToInt32(a) ^ Numbers.ToInt32(b),
        _ => throw new InvalidOperationException($"{sign} does not calculate."),
    };
}
