using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>
/// A definition that is used as an activity: it runs as a child, and its outcomes are the activity's.
/// </summary>
/// <remarks>
/// In Elsa such an activity runs inside its parent. Here it is a procedure of its own under the same correlation id, so
/// that it has its own page, journal and letters. It runs the version that was chosen in the designer.
/// </remarks>
public sealed class DefinitionActivity : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        ActivityCatalog.OfDefinitions, Categories.Composition, ("Definition", "Définition"),
        ("Runs another definition as a part of this one.", "Exécute une autre définition comme partie de celle-ci."))
    {
        Kind = ActivityKind.Task, IsBrowsable = false,
    };

    public override void Start(Activation activation)
    {
        var reference = activation.Node.Reference ?? throw new ActivityFault((
                "No definition is chosen.",
                "Aucune définition n'est choisie."));
        var inputs = Value.Map.Empty;
        foreach (var (member, binding) in activation.Node.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal))
            inputs = inputs.With(member, activation.Evaluate(binding));
        var id = activation.NewChildId();
        Children.RequireGeneration(id);
        var wait = activation.Wait(new WaitRequest(WaitKind.Child) { Key = id });
        var opening = new Stimulus.Opened(inputs.With(Children.ParentInput, Value.Of(activation.Procedure.Id)))
        {
            Actor = activation.Actor, CorrelationId = activation.CorrelationId, AsActivity = true,
            Parent = new ParentLink(activation.Procedure.Id, wait.Id, false),
        };
        activation.Dispatch(
            new Dispatch.OpenChild(id, reference.DefinitionId, opening) { VersionId = reference.VersionId });
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        Children.RequireOpened(payload);
        var status = Plain.Text(Children.Report(payload, "status"));
        if (status != nameof(ProcedureStatus.Finished))
            throw new ActivityFault((
                $"The procedure {wait.Key} ended as {status}.",
                $"La procédure {wait.Key} s'est terminée ainsi : {status}."));
        if (Children.Report(payload, "output") is Value.Map outputs)
            foreach (var (name, value) in outputs.Members)
                activation.Yield(new OutputDeclaration(name, "Object", Bilingual.Same(name), Bilingual.Empty), value);
        activation.Complete([.. Plain.Items(Children.Report(payload, "outcomes")).Select(Plain.Text)]);
    }
}
