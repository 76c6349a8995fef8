using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's Correlate: gives the procedure its correlation id.</summary>
public sealed class Correlate : ActivityType
{
    private static readonly InputDeclaration CorrelationId = new(
        "CorrelationId", "String", ("Correlation ID", "Identifiant de corrélation"),
        ("What ties events to this procedure.", "Ce qui rattache des événements à cette procédure."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Correlate", Categories.Primitives, ("Correlate", "Corréler"),
        ("Gives the procedure a correlation id.", "Donne à la procédure un identifiant de corrélation."))
    {
        Inputs = [CorrelationId],
    };

    public override void Start(Activation activation)
    {
        activation.CorrelationId = activation.Text(CorrelationId);
        activation.Complete();
    }
}
