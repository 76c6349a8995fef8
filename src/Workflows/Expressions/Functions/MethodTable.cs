using System.Collections.Frozen;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>What a method does with the value before its dot.</summary>
internal delegate Value Method<TSelf>(Run run, TSelf self, Arguments arguments);

/// <summary>The methods of one kind of value, by name.</summary>
internal sealed class MethodTable<TSelf>(IEnumerable<KeyValuePair<string, Method<TSelf>>> methods)
{
    private readonly FrozenDictionary<string, Method<TSelf>> methods =
        methods.ToFrozenDictionary(StringComparer.Ordinal);

    public bool Knows(string name) => methods.ContainsKey(name);

    /// <summary>Calls the method; null when there is none of that name.</summary>
    public Value? Call(Run run, TSelf self, string name, Arguments arguments) =>
        methods.TryGetValue(name, out var method) ? method(run, self, arguments) : null;
}
