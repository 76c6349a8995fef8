namespace Procedures.Expressions.Tree;

/// <summary><c>f(a)</c>, <c>a.f(b)</c> and their forms with <c>?.</c>.</summary>
internal sealed class Call(Node callee, Node[] arguments, bool optional) : Node
{
    public override IEnumerable<Node> Parts => [callee, .. arguments];

    protected override Value Compute(Run run, Frame? frame) => callee switch
    {
        Access access => CallMethod(run, frame, access),
        Accessor accessor when arguments.Length == 0 => accessor.Call(run),
        _ => CallFunction(run, frame),
    };

    private Value CallMethod(Run run, Frame? frame, Access access)
    {
        if (access.Method(run, frame) is not { } method) return Skipped;
        if (optional && Members.Get(run, method.Target, method.Name).IsNothing) return Skipped;
        var values = Unfolding.Evaluate(run, frame, arguments);
        run.At = callee.Start;
        return Members.Call(run, method.Target, method.Name, values) ?? throw NotAFunction(run);
    }

    private Value CallFunction(Run run, Frame? frame)
    {
        var found = callee.Evaluate(run, frame);
        if (ReferenceEquals(found, Skipped) || (optional && found.IsNothing)) return Skipped;
        if (found is not Value.Function function) throw NotAFunction(run);
        var values = Unfolding.Evaluate(run, frame, arguments);
        run.At = callee.Start;
        return function.Invoke(run, values);
    }

    private ScriptFaultException NotAFunction(Run run) =>
        run.Fault((
            $"{callee.Shown(run)} is not a function", $"{callee.Shown(run)} n'est pas une fonction"), callee.Start);
}
