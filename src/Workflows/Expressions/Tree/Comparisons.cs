namespace Procedures.Expressions.Tree;

/// <summary>JavaScript's equalities and orders. Lists and maps are equal only to themselves.</summary>
internal static class Comparisons
{
    public static bool Strict(Value left, Value right) => left switch
    {
        Value.Number a => right is Value.Number b && a.Amount == b.Amount,
        Value.Text a => right is Value.Text b && string.Equals(a.Content, b.Content, StringComparison.Ordinal),
        Value.Truth a => right is Value.Truth b && a.Is == b.Is,
        Value.NullValue => right is Value.NullValue,
        Value.UndefinedValue => right is Value.UndefinedValue,
        _ => ReferenceEquals(left, right),
    };

    /// <summary>As strict equality, but not-a-number equals itself.</summary>
    public static bool SameOrNaN(Value left, Value right) =>
        Strict(left, right)
        || (left is Value.Number a && right is Value.Number b && double.IsNaN(a.Amount) && double.IsNaN(b.Amount));

    public static bool Loose(Run run, Value left, Value right)
    {
        if (left.IsNothing || right.IsNothing) return left.IsNothing && right.IsNothing;
        var (leftComposed, rightComposed) = (IsComposed(left), IsComposed(right));
        if (leftComposed && rightComposed) return ReferenceEquals(left, right);
        if (leftComposed) left = Conversions.ToPrimitive(run, left);
        if (rightComposed) right = Conversions.ToPrimitive(run, right);
        if (left.GetType() == right.GetType()) return Strict(left, right);
        return Conversions.ToNumber(run, left) == Conversions.ToNumber(run, right);
    }

    /// <summary>
    /// Whether left is less than right; neither holds when a number is missing, hence the second answer.
    /// </summary>
    public static (bool Less, bool Greater) Order(Run run, Value left, Value right)
    {
        (left, right) = (Conversions.ToPrimitive(run, left), Conversions.ToPrimitive(run, right));
        if (left is Value.Text a && right is Value.Text b)
        {
            var order = string.CompareOrdinal(a.Content, b.Content);
            return (order < 0, order > 0);
        }
        var (x, y) = (Conversions.ToNumber(run, left), Conversions.ToNumber(run, right));
        return (x < y, x > y);
    }

    private static bool IsComposed(Value value) => value is Value.List or Value.Map or Value.Function;
}
