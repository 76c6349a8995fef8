namespace Procedures.Expressions.Tree;

/// <summary>Calls a function with an item, its index and the list, for the methods of lists.</summary>
internal readonly struct Callback(Run run, Value.Function function, Value list)
{
    private readonly Value[] arguments = new Value[3];

    public Value Of(Value item, int index)
    {
        run.Spend();
        arguments[0] = item;
        arguments[1] = Value.Of(index);
        arguments[2] = list;
        return function.Invoke(run, arguments);
    }

    public bool Accepts(Value item, int index) => Conversions.ToBoolean(Of(item, index));
}
