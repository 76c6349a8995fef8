using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's SetName: names the procedure.</summary>
public sealed class SetName : ActivityType
{
    private static readonly InputDeclaration Name = new(
        "Value", "String", ("Value", "Valeur"), ("The name.", "Le nom."))
    {
        Default = Value.Of(""),
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.SetName", Categories.Primitives, ("Set Name", "Nommer"),
        ("Gives the procedure a name.", "Donne un nom à la procédure."))
    {
        Inputs = [Name],
    };

    public override void Start(Activation activation)
    {
        activation.SetProcedureName(activation.Text(Name));
        activation.Complete();
    }
}
