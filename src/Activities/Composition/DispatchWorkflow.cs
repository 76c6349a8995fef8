using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's DispatchWorkflow: opens a child procedure, and waits for its end if asked to.</summary>
public sealed class DispatchWorkflow : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.DispatchWorkflow", Categories.Composition, ("Dispatch Workflow", "Ouvrir une procédure"),
        ("Opens a procedure of another definition.", "Ouvre une procédure d’une autre définition."))
    {
        Inputs =
        [
            Children.DefinitionId, Children.CorrelationId, Children.Inputs, Children.WaitForCompletion,
            Children.StartNewTrace, Children.ChannelName,
        ],
        Outputs = [Children.Result],
    };

    public override void Start(Activation activation)
    {
        var waits = Plain.Truth(activation.Input(Children.WaitForCompletion));
        var (id, inputs) = (activation.NewChildId(), Children.InputsOf(activation));
        var wait = waits ? activation.Wait(new WaitRequest(WaitKind.Child) { Key = id }) : null;
        Children.Open(activation, id, wait, inputs, activation.Text(Children.CorrelationId));
        if (!waits) activation.Complete();
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        Children.RequireOpened(payload);
        activation.Yield(Children.Result, Children.Report(payload, "output"));
        activation.Complete();
    }
}
