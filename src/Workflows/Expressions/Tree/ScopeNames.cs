namespace Procedures.Expressions.Tree;

/// <summary><c>variables</c>, <c>input</c> or <c>inputs</c> as a whole.</summary>
internal sealed class ScopeMap(bool ofInputs) : Node
{
    public bool OfInputs { get; } = ofInputs;

    protected override Value Compute(Run run, Frame? frame)
    {
        var members = new MapBuilder();
        foreach (var (name, value) in OfInputs ? run.Scope.Inputs : run.Scope.Variables)
        {
            run.Spend();
            members.Set(name, value);
        }
        return members.ToMapAsWritten();
    }
}

/// <summary><c>variables.X</c> or <c>input['X']</c>, without building the map.</summary>
internal sealed class ScopeMember(bool ofInputs, Node name) : Node
{
    public override IEnumerable<Node> Parts => [name];

    protected override Value Compute(Run run, Frame? frame)
    {
        var text = Conversions.ToText(run, name.Evaluate(run, frame));
        return ofInputs ? run.Scope.Input(text) : run.Scope.Variable(text);
    }
}

/// <summary>Elsa's <c>getX</c> for the variable X, and <c>getXFromY</c> for the output X of activity Y.</summary>
internal sealed class Accessor(string name) : Node
{
    private readonly string subject = name[3..];
    private readonly string uncapitalised = char.ToLowerInvariant(name[3]) + name[4..];

    protected override Value Compute(Run run, Frame? frame)
    {
        if (!Knows(run.Scope)) throw run.Fault($"{name} is not defined: there is no variable {subject}", Start);
        return new NativeFunction(name, (r, _) => Read(r.Scope));
    }

    public Value Call(Run run) => Knows(run.Scope)
        ? Read(run.Scope)
        : throw run.Fault($"{name} is not defined: there is no variable {subject}", Start);

    private bool Knows(IScope scope) => scope.HasVariable(subject) || scope.HasVariable(uncapitalised) || Split > 0;

    private Value Read(IScope scope)
    {
        if (scope.HasVariable(subject)) return scope.Variable(subject);
        if (scope.HasVariable(uncapitalised)) return scope.Variable(uncapitalised);
        return scope.Output(subject[(Split + "From".Length)..], subject[..Split]);
    }

    private int Split
    {
        get
        {
            var split = subject.IndexOf("From", StringComparison.Ordinal);
            return split > 0 && split + "From".Length < subject.Length ? split : -1;
        }
    }
}
