using System.Collections.Immutable;

namespace Procedures.Expressions;

/// <summary>A scope whose contents are given once: for tests, previews and rehearsals.</summary>
/// <param name="Today">The day in Europe/Paris on which the expression is evaluated.</param>
public sealed record Scope(DateOnly Today) : IScope
{
    public ImmutableSortedDictionary<string, Value> Variables { get; init; } = NoValues;
    public ImmutableSortedDictionary<string, Value> Inputs { get; init; } = NoValues;

    /// <summary>The outputs left so far, by activity (id or name) and output name.</summary>
    public ImmutableDictionary<(string Activity, string Output), Value> Outputs { get; init; } =
        ImmutableDictionary<(string, string), Value>.Empty;

    /// <summary>The dates of reference in their notation.</summary>
    public ImmutableSortedDictionary<string, Value> Dates { get; init; } = NoValues;
    public Value LastResult { get; init; } = Value.Undefined;
    public string DefinitionId { get; init; } = "";
    public string DefinitionVersionId { get; init; } = "";
    public int DefinitionVersion { get; init; } = 1;
    public string ProcedureId { get; init; } = "";
    public string? ProcedureName { get; init; }
    public string? CorrelationId { get; init; }

    private static readonly ImmutableSortedDictionary<string, Value> NoValues =
        ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>The same scope with one variable set.</summary>
    public Scope WithVariable(string name, Value value) => this with { Variables = Variables.SetItem(name, value) };

    /// <summary>The same scope with one input set.</summary>
    public Scope WithInput(string name, Value value) => this with { Inputs = Inputs.SetItem(name, value) };

    /// <summary>The same scope with one output of an activity set.</summary>
    public Scope WithOutput(string activity, string output, Value value) =>
        this with { Outputs = Outputs.SetItem((activity, output), value) };

    public bool HasVariable(string name) => Variables.ContainsKey(name);
    public Value Variable(string name) => Variables.GetValueOrDefault(name, Value.Undefined);
    public bool HasInput(string name) => Inputs.ContainsKey(name);
    public Value Input(string name) => Inputs.GetValueOrDefault(name, Value.Undefined);
    public Value Output(string activity, string output) =>
        Outputs.GetValueOrDefault((activity, output), Value.Undefined);

    public Value DateOf(string anchor) => Dates.GetValueOrDefault(anchor, Value.Undefined);

    IEnumerable<KeyValuePair<string, Value>> IScope.Variables => Variables;
    IEnumerable<KeyValuePair<string, Value>> IScope.Inputs => Inputs;
}
