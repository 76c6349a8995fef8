using System.Collections.Frozen;

namespace Procedures.Expressions.Tree;

/// <summary>What a built-in function does.</summary>
internal delegate Value Native(Run run, Arguments arguments);

/// <summary>A built-in function, or a name such as Math under which functions stand.</summary>
internal sealed record NativeFunction(string Name, Native? Does, FrozenDictionary<string, Value>? Members = null)
    : Value.Function
{
    public override Value Invoke(Run run, ReadOnlySpan<Value> arguments) =>
        Does is null ? throw run.Fault(($"{Name} is not a function", $"{Name} n'est pas une fonction")) : Does(run, new Arguments(run, arguments));

    public bool Equals(NativeFunction? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => base.GetHashCode();
}
