using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// Stands for an activity type that the catalog does not have; starting or resuming it is an incident.
/// </summary>
internal sealed class BrokenType : ActivityType
{
    public static readonly BrokenType Instance = new();
    public override ActivityDeclaration Declaration { get; } =
        new("Procedures.Unknown", ("System", "Système"), ("Unknown", "Inconnu"), Bilingual.Empty)
            { IsBrowsable = false };
    public override void Start(Activation activation) => throw Missing(activation);
    public override void Resumed(Activation activation, Wait wait, Value payload) => throw Missing(activation);
    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        throw Missing(activation);

    private static ActivityFault Missing(Activation activation) =>
        new((
            $"There is no activity type {activation.Node.Type} version {activation.Node.Version}.",
            $"Il n'y a pas de type d'activité {activation.Node.Type} en version {activation.Node.Version}."));
}
