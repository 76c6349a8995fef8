using Procedures.Catalog;

namespace Procedures.Execution;

/// <summary>Stands for an activity type that the catalog does not have; starting it is an incident.</summary>
internal sealed class BrokenType : ActivityType
{
    public static readonly BrokenType Instance = new();
    public override ActivityDeclaration Declaration { get; } =
        new("Procedures.Unknown", ("System", "Système"), ("Unknown", "Inconnu"), Bilingual.Empty) { IsBrowsable = false };
    public override void Start(Activation activation) =>
        throw new ActivityFault($"There is no activity type {activation.Node.Type} version {activation.Node.Version}.");
}
