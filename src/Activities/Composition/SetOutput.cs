using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's SetOutput: sets an output of the procedure.</summary>
public sealed class SetOutput : ActivityType
{
    private static readonly InputDeclaration OutputName = new(
        "OutputName", "String", ("Output", "Sortie"), ("The output to set.", "La sortie à définir."))
    {
        Hint = UiHint.OutputPicker,
    };
    private static readonly InputDeclaration OutputValue = new(
        "OutputValue", "Object", ("Value", "Valeur"), ("The value to hand over.", "La valeur à transmettre."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.SetOutput", Categories.Composition, ("Set Output", "Définir une sortie"),
        ("Sets an output of the procedure.", "Définit une sortie de la procédure."))
    {
        Inputs = [OutputName, OutputValue],
    };

    public override void Start(Activation activation)
    {
        var name = activation.Text(OutputName);
        if (name.Length == 0) throw new ActivityFault((
                "No output is chosen.",
                "Aucune sortie n'est choisie."));
        activation.SetProcedureOutput(name, activation.Input(OutputValue));
        activation.Complete();
    }
}
