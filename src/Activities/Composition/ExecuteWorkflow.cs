using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's ExecuteWorkflow: opens a child procedure and goes on when it ends or comes to rest.</summary>
public sealed class ExecuteWorkflow : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.ExecuteWorkflow", Categories.Composition, ("Execute Workflow", "Exécuter une procédure"),
        ("Runs a procedure of another definition.", "Exécute une procédure d’une autre définition."))
    {
        Kind = ActivityKind.Task,
        Inputs = [Children.DefinitionId, Children.CorrelationId, Children.Inputs, Children.WaitForCompletion],
        Outputs = [Children.Result],
    };

    // Even without waiting for its completion Elsa runs the child until it rests, and hands over where it stands.
    public override void Start(Activation activation)
    {
        var waits = Plain.Truth(activation.Input(Children.WaitForCompletion));
        var (id, inputs) = (activation.NewChildId(), Children.InputsOf(activation));
        var wait = activation.Wait(new WaitRequest(WaitKind.Child) { Key = id });
        Children.Open(activation, id, wait, inputs, activation.Text(Children.CorrelationId),
            reportsWhenSuspended: !waits);
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        Children.RequireOpened(payload);
        var (status, subStatus) = ElsaStatus.Of(Plain.Text(Children.Report(payload, "status")));
        activation.Yield(Children.Result, Value.MapOf(
            ("workflowInstanceId", Children.Report(payload, "procedureId")), ("status", Value.Of(status)),
            ("subStatus", Value.Of(subStatus)), ("output", Children.Report(payload, "output"))));
        activation.Complete();
    }
}
