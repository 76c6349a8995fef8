using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's Fault: fails on purpose.</summary>
public sealed class Fault : ActivityType
{
    private static readonly InputDeclaration Code = Text("Code", "0",
        ("Code", "Code"), ("A code for the failure.", "Un code pour l’échec."));
    private static readonly InputDeclaration Category = Text("Category", "General",
        ("Category", "Catégorie"), ("What kind of matter failed.", "La matière concernée."));
    private static readonly InputDeclaration Kind = Text("FaultType", "System",
        ("Type", "Type"), ("What kind of failure it is.", "Le genre d’échec."));
    private static readonly InputDeclaration Message = new(
        "Message", "String", ("Message", "Message"), ("What has gone wrong.", "Ce qui n’a pas fonctionné."))
    {
        Hint = UiHint.MultiLine,
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Fault", Categories.Primitives, ("Fault", "Échec"),
        ("Fails on purpose; an incident is recorded.", "Échoue à dessein ; un incident est consigné."))
    {
        Inputs = [Code, Category, Kind, Message],
        IsTerminal = true,
    };

    public override void Start(Activation activation) => throw new ActivityFault(
        activation.Text(Code), activation.Text(Category), activation.Text(Kind), activation.Text(Message));

    private static InputDeclaration Text(string name, string initial, Bilingual displayName, Bilingual description) =>
        new(name, "String", displayName, description) { Default = Value.Of(initial) };
}
