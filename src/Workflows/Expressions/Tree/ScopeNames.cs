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

/// <summary>
/// Elsa's <c>getX</c> for the input or variable X, and <c>getXFromY</c> for the output X of activity Y.
/// </summary>
/// <remarks>An input hides a variable of the same name, as in Elsa.</remarks>
internal sealed class Accessor(string name) : Node
{
    private readonly string subject = name[3..];
    private readonly string uncapitalised = char.ToLowerInvariant(name[3]) + name[4..];

    protected override Value Compute(Run run, Frame? frame)
    {
        if (Read(run.Scope) is null) throw Unknown(run);
        return new NativeFunction(name, (r, _) => Read(r.Scope) ?? throw Unknown(r));
    }

    public Value Call(Run run) => Read(run.Scope) ?? throw Unknown(run);

    private ScriptFaultException Unknown(Run run) =>
        run.Fault((
            $"{name} is not defined: there is no variable or input {subject}",
            $"{name} n'est pas défini : il n'y a ni variable ni entrée {subject}"), Start);

    private Value? Read(IScope scope)
    {
        if (scope.HasInput(subject)) return scope.Input(subject);
        if (scope.HasInput(uncapitalised)) return scope.Input(uncapitalised);
        if (scope.HasVariable(subject)) return scope.Variable(subject);
        if (scope.HasVariable(uncapitalised)) return scope.Variable(uncapitalised);
        foreach (var (variable, value) in scope.Variables)
            if (Capitalised(variable) == subject)
                return value;
        return Split > 0 ? scope.Output(subject[(Split + "From".Length)..], subject[..Split]) : null;
    }

    /// <summary>The name by which Elsa's accessors know a variable: total_votes is TotalVotes.</summary>
    private static string Capitalised(string variable) => string.Concat(variable
        .Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private int Split
    {
        get
        {
            var split = subject.IndexOf("From", StringComparison.Ordinal);
            return split > 0 && split + "From".Length < subject.Length ? split : -1;
        }
    }
}
