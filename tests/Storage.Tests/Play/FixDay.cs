using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;

namespace Procedures.Play;

/// <summary>Fixes the anchor EO to the day given by the input EO of the procedure.</summary>
public sealed class FixDay : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Play.FixDay", ("Play", "Jeu"), ("Fix day", "Fixer le jour"), ("Fixes EO.", "Fixe EO."));

    public override void Start(Activation activation)
    {
        var day = AnchorValue.Read(activation.ProcedureInputs["EO"].AsText ?? "", activation.Institution.Calendar)
            ?? throw new ActivityFault(("The procedure has no EO.", "La procédure n'a pas d'EO."));
        activation.ChangeAnchors(book => book.Fix("EO", day));
        activation.Complete();
    }
}
