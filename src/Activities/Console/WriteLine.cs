using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Console;

/// <summary>Elsa's WriteLine: writes a line into the step.</summary>
public sealed class WriteLine : ActivityType
{
    private static readonly InputDeclaration Text = new(
        "Text", "String", ("Text", "Texte"), ("The line to write.", "La ligne à écrire."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.WriteLine", Categories.Console, ("Write Line", "Écrire une ligne"),
        ("Writes a line into the program's log.", "Écrit une ligne dans le journal du programme."))
    {
        Inputs = [Text],
    };

    public override void Start(Activation activation)
    {
        activation.WriteLine(activation.Text(Text));
        activation.Complete();
    }
}
