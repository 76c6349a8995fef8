using System.Collections.Immutable;
using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>The two ways in which only the passing of a day leaves a step.</summary>
public static class DeadlinePorts
{
    /// <summary>The day passed and the definition has a branch for it (when the day passes: Branch).</summary>
    public const string Expired = "Expired";

    /// <summary>The day passed and the right is lost (when the day passes: Lapse).</summary>
    public const string Lapsed = "Lapsed";

    public static ImmutableArray<PortDeclaration> All { get; } =
        [new(Expired, ("Expired", "Échéance passée")), new(Lapsed, ("Lapsed", "Forclos"))];
}
