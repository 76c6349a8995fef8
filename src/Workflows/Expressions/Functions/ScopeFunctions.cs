using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Functions that read the procedure around the expression: Elsa's, and our dateOf.</summary>
internal static class ScopeFunctions
{
    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        Globals.Function("getVariable", (run, a) => run.Scope.Variable(a.Text(0))),
        Globals.Function("getInput", (run, a) => run.Scope.Input(a.Text(0))),
        Globals.Function("getOutputFrom", (run, a) => run.Scope.Output(a.Text(0), a.Has(1) ? a.Text(1) : "Result")),
        Globals.Function("dateOf", (run, a) => run.Scope.DateOf(a.Text(0))),
        Globals.Function("getLastResult", (run, _) => run.Scope.LastResult),
        Globals.Function("getCorrelationId", (run, _) => Value.Of(run.Scope.CorrelationId)),
        Globals.Function("getWorkflowDefinitionId", (run, _) => Value.Of(run.Scope.DefinitionId)),
        Globals.Function("getWorkflowDefinitionVersionId", (run, _) => Value.Of(run.Scope.DefinitionVersionId)),
        Globals.Function("getWorkflowDefinitionVersion", (run, _) => Value.Of(run.Scope.DefinitionVersion)),
        Globals.Function("getWorkflowInstanceId", (run, _) => Value.Of(run.Scope.ProcedureId)),
        Globals.Function("getWorkflowInstanceName", (run, _) => Value.Of(run.Scope.ProcedureName)),
        .. new[] { "setVariable", "setOutput", "setCorrelationId", "setWorkflowInstanceName" }.Select(name =>
            Globals.Function(name, (run, _) => throw run.Fault(NoChange(name)))),
    ];

    /// <summary>Why a function that changes something is refused.</summary>
    public static Bilingual NoChange(string name) => (
        $"values cannot be changed, so there is no {name} here; the Set Variable activity sets a variable",
        $"les valeurs ne peuvent être modifiées, et il n'y a donc pas de {name} ici ; l'activité « Set Variable » "
            + "fixe une variable");
}
