namespace Procedures.Expressions.Tree;

/// <summary>What a built-in function was called with; what is missing is undefined.</summary>
internal readonly ref struct Arguments(Run run, ReadOnlySpan<Value> values)
{
    private readonly ReadOnlySpan<Value> values = values;
    private readonly Run run = run;

    public int Count => values.Length;
    public ReadOnlySpan<Value> All => values;
    public Value this[int index] => index < values.Length ? values[index] : Value.Undefined;

    public bool Has(int index) => this[index] is not Value.UndefinedValue;
    public double Number(int index) => Conversions.ToNumber(run, this[index]);
    public string Text(int index) => Conversions.ToText(run, this[index]);

    /// <summary>A whole number, truncated; not-a-number counts as 0.</summary>
    public double Whole(int index, double otherwise = 0) => Has(index) ? Numbers.Whole(Number(index)) : otherwise;

    /// <summary>A position in something of that length; negative ones count from its end.</summary>
    public int Position(int index, int length, int otherwise)
    {
        if (!Has(index)) return otherwise;
        var whole = Whole(index);
        return (int)Math.Clamp(whole < 0 ? whole + length : whole, 0, length);
    }

    public Value.Function Function(int index, string method) => this[index] as Value.Function
        ?? throw run.Fault((
            $"{method} needs a function, as in {method}(x => …)",
            $"{method} demande une fonction, comme dans {method}(x => …)"));
}
