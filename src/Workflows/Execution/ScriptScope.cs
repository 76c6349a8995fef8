using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// What a script sees: the variables around its activity, the procedure's inputs, and what activities yielded.
/// </summary>
internal sealed class ScriptScope(Activation activation) : IScope
{
    public bool HasVariable(string name) => VariableScope.Has(activation, name);
    public Value Variable(string name) => VariableScope.Get(activation, name);
    public bool HasInput(string name) =>
        activation.ProcedureInputs.Has(name) || activation.Definition.Inputs.Any(i => i.Name == name);
    public Value Input(string name) => activation.ProcedureInputs[name];
    public IEnumerable<KeyValuePair<string, Value>> Variables => VariableScope.Visible(activation);
    public IEnumerable<KeyValuePair<string, Value>> Inputs => activation.ProcedureInputs.Members;
    public Value LastResult => activation.Burst.LastResult;
    public string DefinitionId => activation.Definition.DefinitionId;
    public string DefinitionVersionId => activation.Definition.Id;
    public int DefinitionVersion => activation.Definition.Version;
    public string ProcedureId => activation.Procedure.Id;
    public string? ProcedureName => activation.ProcedureName;
    public string? CorrelationId => activation.CorrelationId;
    public DateOnly Today => activation.Today;

    public Value DateOf(string anchor) =>
        activation.Anchors.Find(anchor) is { } date ? Value.Of(date.Notation) : Value.Undefined;

    public Value Output(string activityName, string output)
    {
        var yields = activation.Burst.Yields;
        var id = yields.Has(activityName)
            ? activityName
            : activation.Definition.Nodes.FirstOrDefault(n => n.Name == activityName)?.Id;
        return id is not null && yields[id] is Value.Map own ? own[output] : Value.Undefined;
    }
}
