using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's Complete: completes the procedure with the given outcomes.</summary>
public sealed class Complete : ActivityType
{
    private static readonly InputDeclaration Names = new(
        "Outcomes", "Object", ("Outcomes", "Issues"),
        ("How the procedure ends.", "L’issue de la procédure."))
    {
        Hint = UiHint.OutcomePicker, DefaultSyntax = "Object",
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Complete", Categories.Composition, ("Complete", "Achever"),
        ("Completes the procedure with the given outcomes.", "Achève la procédure avec les issues indiquées."))
    {
        Inputs = [Names], IsTerminal = true,
    };

    // The nearest composite of a definition is always the procedure: definitions are not nested in one another.
    public override void Start(Activation activation)
    {
        var names = Plain.Items(activation.Input(Names)).Select(Plain.Text).Where(n => n.Length > 0).ToArray();
        activation.FinishProcedure(Catalog.Outcomes.Of(names));
    }
}
